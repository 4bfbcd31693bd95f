// The time in view: as words on a chip, and as two dates to type. It is the way to brush without dragging.
import { useState } from 'preact/hooks';
import { isoDay } from '../../engine/civil.ts';
import { isProblem } from '../../engine/problem.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { Popover } from './popover.tsx';

interface Props {
  state: State;
  act: Actions;
}

export function WindowChip({ state, act }: Props) {
  const { locale, frame } = state;
  if (!frame || frame.height === 0) return null;
  const { start, end } = frame.window;
  return (
    <Popover title={locale.text('window')} label={locale.range(start, end)}>
      {(close) => <Fields state={state} act={act} close={close} />}
    </Popover>
  );
}

function Fields({ state: { locale, frame }, act, close }: Props & { close: () => void }) {
  const [from, setFrom] = useState(frame ? isoDay(frame.window.start) : '');
  const [to, setTo] = useState(frame ? isoDay(Math.max(frame.window.start, frame.window.end - 1)) : '');
  const [complaint, setComplaint] = useState('');
  const show = (event: Event) => {
    event.preventDefault();
    try {
      act.exploration.setWindow(from || null, to || null, true);
      close();
    } catch (error) {
      setComplaint(isProblem(error) ? `${locale.told(error.message)} ${locale.told(error.fix)}` : String(error));
    }
  };
  const fit = () => {
    act.fit();
    close();
  };
  return (
    <form class="dates" onSubmit={show}>
      <label>
        {locale.text('from')}
        <input class="field" type="date" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label>
        {locale.text('to')}
        <input class="field" type="date" value={to} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
      {complaint && <p class="complaint" role="alert">{complaint}</p>}
      <div class="panel-foot">
        <button type="button" class="link" onClick={fit}>{locale.text('fit')}</button>
        <button type="submit" class="button primary">{locale.text('apply')}</button>
      </div>
    </form>
  );
}

// Which of its dates places an item: off is its publication, on what its own text speaks of.
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';

interface Props {
  state: State;
  act: Actions;
}

export function AxisSwitch({ state: { axis, locale }, act }: Props) {
  const on = axis === 'mentioned';
  return (
    <button type="button" class={on ? 'chip axis active' : 'chip axis'} part="axis" role="switch" aria-checked={on}
      title={locale.text('axisTitle')} onClick={() => act.place(on ? 'published' : 'mentioned')}>
      <i />{locale.text('axisMentioned')}
    </button>
  );
}

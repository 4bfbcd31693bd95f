// Which of its dates places an item: a choice of two, as radio buttons, so that arrow keys and screen readers know it.
import type { Actions } from '../actions.ts';
import { AXES } from '../axis.ts';
import type { State } from '../state.ts';

interface Props {
  state: State;
  act: Actions;
}

const LABELS = { published: 'axisPublished', mentioned: 'axisMentioned' } as const;
const TITLES = { published: 'axisPublishedTitle', mentioned: 'axisMentionedTitle' } as const;

export function AxisSwitch({ state: { axis, locale }, act }: Props) {
  return (
    <div class="axis" part="axis" role="radiogroup" aria-label={locale.text('axisTitle')}>
      <span aria-hidden="true">{locale.text('axis')}</span>
      <div class="segments">
        {AXES.map((each) => (
          <label class="segment" key={each} title={locale.text(TITLES[each])}>
            <input type="radio" name="axis" checked={each === axis} onChange={() => act.place(each)} />
            <span>{locale.text(LABELS[each])}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

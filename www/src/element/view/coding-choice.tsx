// Which words count for a country, and how much an item counts: two switches under the list of countries.
import type { Coding } from '../../engine/data.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';

interface Props {
  state: State;
  act: Actions;
}

export function CodingChoice({ state: { coding, locale }, act }: Props) {
  const choice = (on: boolean, key: 'namesOnly' | 'fractional', chosen: Partial<Coding>) => (
    <label class="option" title={locale.text(`${key}Why`)}>
      <input type="checkbox" checked={on} onChange={() => act.exploration.setCoding(chosen, true)} />
      <span class="name">{locale.text(key)}</span>
    </label>
  );
  const names = coding.evidence === 'names';
  const fractional = coding.counting === 'fractional';
  return (
    <div class="coding" role="group" aria-label={locale.text('countingTitle')}>
      {choice(names, 'namesOnly', { evidence: names ? 'all' : 'names' })}
      {choice(fractional, 'fractional', { counting: fractional ? 'full' : 'fractional' })}
      <small>{locale.text('fractionalWhy')}</small>
    </div>
  );
}

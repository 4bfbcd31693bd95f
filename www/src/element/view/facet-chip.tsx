// One part of the filter: its chip, and the menu of its values with counts.
import { useEffect, useState } from 'preact/hooks';
import type { Summary } from '../../engine/data.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { CodingChoice } from './coding-choice.tsx';
import { merged, type Facet, type Option } from './facets.ts';
import { Popover } from './popover.tsx';
import { folded } from './words.ts';

/** More values than this get a field to find one. */
const FEW = 10;

interface Props {
  facet: Facet;
  state: State;
  act: Actions;
}

export function FacetChip({ facet, state, act }: Props) {
  const { filter, loaded, locale, legend, coding } = state;
  const [counted, setCounted] = useState<Summary | null>(null);
  const count = () => {
    const { [facet.key]: _, ...others } = filter;
    act.session.counts(others).then(setCounted, () => undefined);
  };
  // Coded otherwise while the menu is open.
  useEffect(() => {
    if (counted) count();
  }, [loaded?.summary]);
  if (!loaded) return null;
  const all = facet.options(loaded.summary, locale, legend).filter((option) => option.items > 0);
  const chosen: (string | number)[] = filter[facet.key] ?? [];
  const coded = facet.key === 'countries';
  const otherwise = coded && (coding.evidence !== 'all' || coding.counting !== 'full');
  if (all.length < 2 && chosen.length === 0 && !otherwise) return null;
  const options = counted?.counting === loaded.summary.counting ? merged(all, facet.options(counted, locale, legend)) : all;
  const choose = (values: (string | number)[]) => act.choose(facet.key, values);
  return (
    <Popover title={locale.text(facet.title)} label={label(facet, all, chosen, state)} active={chosen.length > 0} onOpen={count}>
      {() => (
        <>
          <Menu options={options} chosen={chosen} choose={choose} state={state} title={locale.text(facet.title)} />
          {coded && <CodingChoice state={state} act={act} />}
        </>
      )}
    </Popover>
  );
}

function label(facet: Facet, all: Option[], chosen: (string | number)[], { locale }: State): string {
  if (chosen.length === 0) return locale.text(facet.all);
  const first = all.find((option) => option.value === chosen[0])?.label ?? String(chosen[0]);
  return chosen.length === 1 ? first : locale.text('andMore', { first, n: chosen.length - 1 });
}

interface MenuProps {
  title: string;
  options: Option[];
  chosen: (string | number)[];
  choose: (values: (string | number)[]) => void;
  state: State;
}

function Menu({ title, options, chosen, choose, state: { locale } }: MenuProps) {
  const [query, setQuery] = useState('');
  const sought = folded(query);
  const shown = options.filter((option) => folded(option.label).includes(sought));
  const toggle = (value: string | number) =>
    choose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <>
      <div class="panel-head">
        <strong>{title}</strong>
        <button type="button" class="link" disabled={chosen.length === 0} onClick={() => choose([])}>
          {locale.text('clear')}
        </button>
      </div>
      {options.length > FEW && (
        <input class="field" type="search" autofocus placeholder={locale.text('search')} aria-label={locale.text('search')}
          value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      )}
      <ul class="options">
        {shown.map((option) => (
          <li key={option.value}>
            <label class={option.items === 0 ? 'option none' : 'option'}>
              <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />
              {option.color && <i class="swatch" style={{ background: option.color }} />}
              <span class={option.inferred ? 'name inferred' : 'name'}>{option.label}</span>
              <span class="count">{option.weight === undefined ? option.items : locale.share(option.weight)}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

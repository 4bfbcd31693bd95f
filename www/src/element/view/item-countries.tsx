// The countries of an item: the words that led to each, and the reader's corrections.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Correction, Item, Mention } from '../../engine/data.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { AddCountry } from './add-country.tsx';

interface Props {
  item: Item;
  state: State;
  act: Actions;
}

export function ItemCountries({ item, state: { locale, coding, undoable }, act }: Props) {
  const [told, setTold] = useState('');
  const { list, expect } = useFocus();
  const own = coding.corrections.filter((patch) => patch.item === item.id);
  const removed = own.filter(({ action }) => action === 'remove').map(({ code }) => code);
  const named = item.countries.filter(({ code }) => !removed.includes(code));
  const correct = (code: string, name: string, action: Correction['action'], key = false) => {
    if (key) expect(code, action);
    setTold(locale.text(action === 'add' ? 'countryAdded' : 'countryRemoved', { name }));
    act.exploration.correct(item, code, action);
  };
  const button = (code: string, name: string, action: Correction['action']) => {
    const label = locale.text(action === 'add' ? 'restoreCountry' : 'removeCountry', { name });
    return (
      <button type="button" class="mini" aria-label={label} title={label} onClick={() => correct(code, name, action, true)}>
        {action === 'add' ? '↺' : '×'}
      </button>
    );
  };
  return (
    <>
      {named.length === 0 && <p>{locale.text('noCountry')}</p>}
      <ul class="countries" ref={list}>
        {named.map(({ code, name: english, mentions }) => {
          const name = locale.country(code, english);
          return (
            <li key={code} data-code={code}>
              <span class="token">{name}{button(code, name, 'remove')}</span> <small>{words(mentions, locale)}</small>
            </li>
          );
        })}
        {removed.map((code) => {
          const name = locale.country(code, '');
          return (
            <li key={code} data-code={code}>
              <span class="token removed"><s>{name}</s>{button(code, name, 'add')}</span> <small>{locale.text('removedByHand')}</small>
            </li>
          );
        })}
      </ul>
      <AddCountry taken={named.map(({ code }) => code)} locale={locale} act={act} add={(code, name) => correct(code, name, 'add')} />
      {undoable && (
        <button type="button" class="link" onClick={() => { setTold(locale.text('correctionUndone')); act.exploration.undoCorrection(); }}>
          {locale.text('undoCorrection')}
        </button>
      )}
      <span class="silent" role="status">{told}</span>
    </>
  );
}

/** “Peruvian” demonym · “Lima” city, by its context. */
function words(mentions: Mention[], locale: Locale): string {
  const told = mentions.map(({ text, kind, rule }) =>
    [text && locale.text('onlyText', { text }), locale.named('mention', kind)].filter(Boolean).join(' ') + (rule ? `, ${locale.named('rule', rule)}` : ''));
  return [...new Set(told)].join(' · ');
}

/**
 * The button that was pressed goes with its token: the focus goes to the one that undoes it, when that is there, and to
 * the field where the country has gone altogether, as one that was added by hand does.
 */
function useFocus() {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<Pick<Correction, 'code' | 'action'> | null>(null);
  useEffect(() => {
    const { current: place } = list;
    if (!wanted.current || !place) return;
    const { code, action } = wanted.current;
    const own = `[data-code="${code}"]`;
    const gone = action === 'remove' && !place.querySelector(own);
    const target = gone
      ? place.parentElement?.querySelector<HTMLElement>('.add-country')
      : place.querySelector<HTMLElement>(`${own} .token${action === 'add' ? ':not(.removed)' : '.removed'} button`);
    if (!target) return;
    wanted.current = null;
    if ((target.getRootNode() as ShadowRoot).activeElement === null) target.focus({ preventScroll: true });
  });
  const expect = (code: string, action: Correction['action']) => { wanted.current = { code, action }; };
  return { list, expect };
}

// A field that adds a country to an item: by its name in the page's language or in English, or by its code.
import { useEffect, useState } from 'preact/hooks';
import { Locale } from '../../i18n/locale.ts';
import type { Actions } from '../actions.ts';
import { newName } from './names.ts';
import { folded } from './words.ts';

interface Props {
  /** Codes that the item has. */
  taken: string[];
  locale: Locale;
  act: Actions;
  add: (code: string, name: string) => void;
}

interface Choice {
  code: string;
  name: string;
  /** Folded: what is looked for. */
  words: string;
}

/** What readers type for a country beside its code. */
const ALSO: Record<string, string> = { GB: 'UK' };
/** So many names are offered. */
const MOST = 6;

export function AddCountry({ taken, locale, act, add }: Props) {
  const [id] = useState(newName);
  const [all, setAll] = useState<Choice[]>([]);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const other = new Locale(locale.language === 'en' ? 'es' : 'en');
    const choice = ([code, english]: [string, string]): Choice => {
      const name = locale.country(code, english);
      return { code, name, words: folded([' ', name, english, other.country(code, english), ALSO[code], code].join(' ')) };
    };
    act.session.countries().then((list) => setAll(list.map(choice).sort((a, b) => a.name.localeCompare(b.name))), () => undefined);
  }, [locale.tag]);
  const offered = found(all, query).filter(({ code }) => !taken.includes(code)).slice(0, MOST);
  const write = (words: string) => {
    setQuery(words);
    setAt(0);
  };
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    add(choice.code, choice.name);
    write('');
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + offered.length) % Math.max(offered.length, 1));
    else if (event.key === 'Enter') choose(offered[at]);
    else if (event.key === 'Escape' && query) write('');
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input class="field add-country" role="combobox" autocomplete="off" spellcheck={false} placeholder={locale.text('addCountry')} aria-label={locale.text('addCountry')}
        aria-autocomplete="list" aria-expanded={offered.length > 0} aria-controls={id} aria-activedescendant={offered[at] && `${id}-${at}`}
        value={query} onInput={(event) => write(event.currentTarget.value)} onKeyDown={key} />
      <ul id={id} class="offers" role="listbox" aria-label={locale.text('countries')}>
        {offered.map((choice, index) => (
          <li key={choice.code} id={`${id}-${index}`} role="option" aria-selected={index === at} onClick={() => choose(choice)}>
            {choice.name} <small>{choice.code}</small>
          </li>
        ))}
      </ul>
      {query.trim() && offered.length === 0 && <small role="status">{locale.text('noSuchCountry')}</small>}
    </>
  );
}

/** Those of which a word begins so; first the one whose code it is, then those whose name begins so. */
function found(all: Choice[], query: string): Choice[] {
  const sought = folded(query.trim());
  if (!sought) return [];
  const rank = ({ words, code }: Choice) => {
    if ([code, ALSO[code] ?? ''].some((short) => folded(short) === sought)) return 0;
    return words.trimStart().startsWith(sought) ? 1 : 2;
  };
  return all.filter(({ words }) => words.includes(` ${sought}`)).sort((a, b) => rank(a) - rank(b));
}

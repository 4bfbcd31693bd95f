// The search field: its words are the filter's.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Props } from './app.tsx';
import { SearchIcon } from './icons.tsx';

export const SEARCH_ID = 'search';

/** So long a pause in typing starts the search, in ms. */
const PAUSE_MS = 120;

export function Search({ state: { search, opened, locale }, studio }: Props) {
  const [written, setWritten] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setWritten(search), [search]);
  const write = (words: string) => {
    setWritten(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => studio.search(words), PAUSE_MS);
  };
  const label = opened ? locale.say('search', { n: opened.items }) : locale.say('searchNone');
  return (
    <label class="search">
      <span class="silent">{label}</span>
      <SearchIcon />
      <input id={SEARCH_ID} type="search" placeholder={label} value={written} disabled={!opened} autocomplete="off" spellcheck={false}
        enterkeyhint="search" aria-keyshortcuts="/" onInput={(event) => write(event.currentTarget.value)} />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

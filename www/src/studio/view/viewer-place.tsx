// The custom element in the page. It gets the theme and the language; all else goes through its methods.
import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Viewer } from '../viewer.ts';
import type { Props } from './app.tsx';

export function ViewerPlace({ state, studio }: Props) {
  const { theme, locale, opened, opening } = state;
  const place = useRef<Viewer>(null);
  useEffect(() => {
    if (place.current) studio.attach(place.current);
  }, []);
  const hidden = !opened && opening === null;
  return h('dateline-viewer', { ref: place, lang: locale.language, hidden, theme });
}

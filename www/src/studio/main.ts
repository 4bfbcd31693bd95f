// The studio's first lines: puts the page together and starts listening.
import { h, render } from 'preact';
import '../dateline-viewer.ts';
import { loadTold } from '../i18n/told.ts';
import { StudioLocale } from '../i18n/studio-locale.ts';
import { listenToDrops } from './drop.ts';
import { listenToKeys, storedSingleKeys } from './keys.ts';
import { applyLanguage, storedLanguage } from './language.ts';
import { kept } from './kept.ts';
import { listenToPaste } from './paste.ts';
import { Store, type State } from './state.ts';
import { COUNTRY_LANGUAGE, Studio } from './studio.ts';
import { storedTheme } from './theme.ts';
import { App } from './view/app.tsx';
import { SEARCH_ID } from './view/search.tsx';

const place = document.getElementById('studio');
const language = storedLanguage();
applyLanguage(language);

const initial: State = {
  opened: null,
  opening: '',
  trouble: null,
  toast: null,
  dialog: null,
  search: '',
  dropping: false,
  theme: storedTheme(),
  countryLanguage: kept(COUNTRY_LANGUAGE) ?? '',
  singleKeys: storedSingleKeys(),
  locale: new StudioLocale(language),
};

const store: Store = new Store(initial, draw);
const studio = new Studio(store);

function draw(state: State): void {
  const { opened, locale } = state;
  document.title = opened ? `${studio.name()} · Dateline` : 'Dateline';
  applyLanguage(locale.language === 'es' ? 'es' : 'en');
  void loadTold(locale.language).then((fresh) => fresh && store.set({}));
  if (place) render(h(App, { state, studio }), place);
}

draw(initial);
listenToKeys(studio, () => document.getElementById(SEARCH_ID)?.focus());
listenToPaste(studio);
listenToDrops(studio);

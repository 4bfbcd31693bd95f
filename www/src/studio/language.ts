// The page's language: chosen, else the browser's, else English.
import { keep, kept } from './kept.ts';

export type Language = 'en' | 'es';

export const LANGUAGES: { language: Language; name: string }[] = [
  { language: 'en', name: 'English' },
  { language: 'es', name: 'Español' },
];

const KEY = 'language';

export function storedLanguage(): Language {
  const wanted = [kept(KEY), ...navigator.languages].map((tag) => tag?.toLowerCase().split('-')[0]);
  return wanted.find((tag): tag is Language => tag === 'en' || tag === 'es') ?? 'en';
}

export function applyLanguage(language: Language): void {
  document.documentElement.lang = language;
}

export function keepLanguage(language: Language): void {
  keep(KEY, language);
}

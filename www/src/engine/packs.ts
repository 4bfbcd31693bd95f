// The addresses of the packs of country names, by language; and the guess at a language. Loaded only where a pack may be wanted.

export { guess } from './guess.ts';

const files = import.meta.glob<string>('../../../crate/names/packs/*.txt', { query: '?url', import: 'default', eager: true });

/** Addresses by CLDR's language, such as `fr` or `zh-hant`. */
export const PACKS: Record<string, string> = Object.fromEntries(
  Object.entries(files).map(([path, address]) => [(path.split('/').pop() ?? '').replace('.txt', '').toLowerCase(), address]),
);

import { expect, test } from 'vitest';
import { studioCatalogue, type StudioKey } from './studio-messages.ts';
import { StudioLocale } from './studio-locale.ts';

const keys = Object.keys(studioCatalogue('en')) as StudioKey[];
const forms = (message: string | { one: string; other: string }) => (typeof message === 'string' ? [message] : Object.values(message));
const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('messages take the same values in both languages', () => {
  const taken = (tag: string) => keys.map((key) => [key, ...forms(studioCatalogue(tag)[key]).map(slots)]);
  expect(taken('es')).toEqual(taken('en'));
});

test('words follow the language and the number', () => {
  expect(new StudioLocale('en').say('search', { n: 1 })).toBe('Search 1 item');
  expect(new StudioLocale('en').say('search', { n: 1260 })).toBe('Search 1,260 items');
  expect(new StudioLocale('es-MX').say('search', { n: 2 })).toBe('Buscar en 2 entradas');
  expect(new StudioLocale('de').say('open')).toBe('Open');
});

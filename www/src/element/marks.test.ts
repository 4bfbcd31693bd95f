import { expect, it } from 'vitest';
import type { Item, Span } from '../engine/data.ts';
import { pieces } from './marks.ts';
import { SourceText } from './source.ts';

/** An item of a document whose words in brackets name a country, and its text with the marked words in brackets. */
function marked(document: string, text: string, span?: string): string {
  const plain = document.replace(/[[\]]/g, '');
  const source = new SourceText(plain);
  const bytes = (words: string) => new TextEncoder().encode(words).length;
  const mentions = [...document.matchAll(/\[([^\]]*)\]/g)].map((found) => {
    const start = bytes(document.slice(0, found.index).replace(/[[\]]/g, ''));
    return { text: found[1] ?? '', kind: 'name', span: [start, start + bytes(found[1] ?? '')] as Span };
  });
  const start = bytes(plain.slice(0, plain.indexOf(span ?? plain)));
  const whole: Span = [start, start + bytes(span ?? plain)];
  const item: Pick<Item, 'text' | 'countries' | 'source'> = {
    text,
    countries: [{ code: 'XX', name: '', mentions }],
    source: { document: '', line: 1, span: whole },
  };
  return pieces(item, (of) => source.slice(of)).map((piece) => (piece.code ? `[${piece.text}]` : piece.text)).join('');
}

const cases: [string, string, string, string, string?][] = [
  ['plain words', '• [Norway] met [Peru]. – AP', 'Norway met Peru.', '[Norway] met [Peru].'],
  ['folded blanks and letters of several bytes', '•  “Así”  dijo\n   [Perú]  a [Costa\n Rica].', '“Así” dijo Perú a Costa Rica.', '“Así” dijo [Perú] a [Costa Rica].'],
  ['only the words that count', '• A turkey in [Turkey].', 'A turkey in Turkey.', 'A turkey in [Turkey].'],
  ['a label before the text', '• TREASURY: [Iran] sanctioned', 'Iran sanctioned', '[Iran] sanctioned'],
  ['words outside the text', '“Not war.” said [Peru]', '“Not war.”', '“Not war.”'],
  ['a text that is cut', '• [Norway] met [Peru] and [Chile]', 'Norway met Pe', '[Norway] met Pe'],
  ['a place in a document', 'Peru first.\n\n• [Peru] then.', 'Peru then.', '[Peru] then.', '• Peru then.'],
  ['nothing to mark', '• A ship left port.', 'A ship left port.', 'A ship left port.'],
];

it.each(cases)('marks %s', (_, document, text, expected, span) => {
  expect(marked(document, text, span)).toBe(expected);
});

// Where the words that name a country stand in an item's text, which is the document's with its blanks folded.
import type { Item, Span } from '../engine/data.ts';

/** A piece of an item's text; `code` is the country that it names. */
export interface Piece {
  text: string;
  code?: string;
}

/** An item's text in pieces; `slice` gives the words of a span of the document. */
export function pieces({ text, countries, source: { span } }: Pick<Item, 'text' | 'countries' | 'source'>, slice: (span: Span) => string): Piece[] {
  const first = folded(slice(span)).indexOf(text);
  const found = countries.flatMap(({ code, mentions }) => mentions.map(({ text, span: [start] }) => ({ code, start, words: folded(text) })));
  const pieces: Piece[] = [];
  let done = 0;
  for (const { code, start, words } of first < 0 ? [] : found.sort((a, b) => a.start - b.start)) {
    const at = folded(slice([span[0], start])).length - first;
    if (!words || at < done || text.slice(at, at + words.length) !== words) continue;
    pieces.push({ text: text.slice(done, at) }, { text: words, code });
    done = at + words.length;
  }
  return [...pieces, { text: text.slice(done) }].filter((piece) => piece.text);
}

function folded(text: string): string {
  return text.trimStart().replace(/\s+/g, ' ');
}

// The corrections of reports that were open here: in the browser's storage, by document. A document is known by a hash
// of its series, number and title, else of its text, so that an amended edition keeps its corrections and no word of a
// report is kept.
import type { Correction, Report } from '../engine/data.ts';
import { keep, kept } from './kept.ts';

const KEY = 'corrections';
/** So many documents are kept; the one corrected longest ago goes first. */
const MAX_DOCUMENTS = 200;

type Kept = [document: string, list: unknown[]][];

/** The name under which a document's corrections are kept. */
export function documentKey({ series, number, title }: Pick<Report, 'series' | 'number' | 'title'>, text: string): string {
  const name = [series, number, title].filter(Boolean).join('\n');
  return hash(name || text);
}

/** What is kept of a document, and may be damaged. */
export function keptCorrections(document: string): unknown[] {
  return read().find(([name]) => name === document)?.[1] ?? [];
}

/** Keeps a document's corrections; none forgets it. */
export function keepCorrections(document: string, list: Correction[]): void {
  const others = read().filter(([name]) => name !== document);
  const all: Kept = list.length > 0 ? [...others, [document, list]] : others;
  keep(KEY, all.length > 0 ? JSON.stringify(all.slice(-MAX_DOCUMENTS)) : null);
}

/** What another version of the page left, or a hand, may be anything. */
function read(): Kept {
  try {
    const value: unknown = JSON.parse(kept(KEY) ?? '[]');
    return Array.isArray(value) ? value.filter((entry): entry is Kept[number] => Array.isArray(entry) && Array.isArray(entry[1])) : [];
  } catch {
    return [];
  }
}

/** 53 bits of two multiplicative hashes. */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

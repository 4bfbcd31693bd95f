// The texts of made-up items: 100 to 300 bytes of UTF-8 each, put together from phrases. Gives one array of bytes, or for
// very many items a Blob, of which one part at a time is in memory.

import { below, type Random } from './random.ts';
import { ENDINGS, OBJECTS, SUBJECTS, VERBS } from './words.ts';

export const LEAST_BYTES = 100;
export const MOST_BYTES = 300;
const PHRASES = 8192;
const LONGEST_PHRASE = 90;
const PART_BYTES = 32 * 2 ** 20;

type Bytes = Uint8Array<ArrayBuffer>;
export interface Texts {
  offsets: Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;
  bytes: Bytes | Blob;
}

function phrases(next: Random): Bytes[] {
  const encoder = new TextEncoder();
  const one = (words: string[]) => words[below(next, words.length)] ?? '';
  const made = Array.from({ length: PHRASES }, () => `${one(SUBJECTS)} ${one(VERBS)} ${one(OBJECTS)} ${one(ENDINGS)}; `);
  return made.map((phrase) => encoder.encode(phrase)).filter(({ length }) => length <= LONGEST_PHRASE);
}

/** Puts phrases at `at` until the text is long enough; gives its end. */
function fill(into: Bytes, at: number, pool: Bytes[], next: Random): number {
  const enough = at + LEAST_BYTES + below(next, MOST_BYTES - LEAST_BYTES - LONGEST_PHRASE + 1);
  while (at < enough) {
    const phrase = pool[below(next, pool.length)];
    if (!phrase) break;
    into.set(phrase, at);
    at += phrase.length;
  }
  return at;
}

/** Texts of `length` items; a Blob when `apart`. */
export async function texts(length: number, next: Random, apart: boolean): Promise<Texts> {
  const pool = phrases(next);
  const offsets = apart ? new Float64Array(length + 1) : new Uint32Array(length + 1);
  const space = new Uint8Array(apart ? PART_BYTES + MOST_BYTES : length * MOST_BYTES);
  const parts: Blob[] = [];
  let [before, at] = [0, 0];
  for (let item = 0; item < length; item += 1) {
    at = fill(space, at, pool, next);
    offsets[item + 1] = before + at;
    if (apart && at >= PART_BYTES) {
      parts.push(new Blob([space.subarray(0, at)]));
      [before, at] = [before + at, 0];
      // The browser writes the part to disk meanwhile.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const rest = space.slice(0, at);
  return { offsets, bytes: apart ? new Blob([...parts, rest]) : rest };
}

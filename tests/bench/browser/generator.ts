// Made-up items as columns, the same for the same seed: bursts of news over ten years in no order, countries by Zipf. Takes
// how many and whether with texts. Knows no page.

import type { Coded, ItemColumns } from './columns.ts';
import { below, random, zipf, type Random } from './random.ts';
import { texts } from './texts.ts';
import { COUNTRIES, KINDS, LANGUAGES, SECTIONS } from './words.ts';

export const FIRST = Date.UTC(2011, 0, 1);
export const END = Date.UTC(2021, 0, 1);
export const OUTLETS = 200;
export const MOST_COUNTRIES = 3;
const SEED = 20210115;
const DAY = 86_400_000;
/** From so many items on, texts are a Blob. */
const APART = 5_000_000;

const ITEMS_A_BURST = 250;
const MOST_BURSTS = 800;
const SHARE_IN_BURSTS = 0.7;
const SHARE_OF_STATE_MEDIA = 0.12;
/** 1, 2 or 3 countries. */
const SHARES_OF_COUNTRIES = [0.6, 0.88];

/** Draws times: most items follow one of some causes, ever fewer a while after it; the others come at any time. */
function times(length: number, next: Random): () => number {
  const size = Math.max(3, Math.min(MOST_BURSTS, Math.round(length / ITEMS_A_BURST)));
  const causes = Array.from({ length: size }, () => ({
    at: FIRST + next() * (END - FIRST),
    fade: DAY / 8 * 2 ** (next() * 6),
  }));
  const drawn = zipf(size);
  return () => {
    const cause = next() < SHARE_IN_BURSTS ? causes[drawn(next)] : undefined;
    const time = cause ? cause.at - Math.log(1 - next()) * cause.fade : FIRST + next() * (END - FIRST);
    return Math.floor(time < END ? time : FIRST + next() * (END - FIRST));
  };
}

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], next: Random): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = below(next, at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

function coded(length: number, dictionary: string[], draw: () => number): Coded {
  const codes = new Uint8Array(length);
  for (let item = 0; item < length; item += 1) codes[item] = draw();
  return { codes, dictionary };
}

function countries(length: number, next: Random): ItemColumns['countries'] {
  const drawn = zipf(COUNTRIES.length);
  const offsets = new Uint32Array(length + 1);
  const codes = new Uint8Array(length * MOST_COUNTRIES);
  let at = 0;
  for (let item = 0; item < length; item += 1) {
    const chance = next();
    const wanted = 1 + SHARES_OF_COUNTRIES.filter((share) => chance >= share).length;
    for (const first = at; at - first < wanted; ) {
      const code = drawn(next);
      if (!codes.subarray(first, at).includes(code)) codes[at++] = code;
    }
    offsets[item + 1] = at;
  }
  // Which countries come often is chance too, not the alphabet.
  return { codes: codes.slice(0, at), offsets, dictionary: shuffled(COUNTRIES, next) };
}

/** `length` items. */
export async function generate(length: number, withTexts = true, seed = SEED): Promise<ItemColumns> {
  const next = random(seed);
  const time = times(length, next);
  const [section, outlet] = [zipf(SECTIONS.length), zipf(OUTLETS)];
  const start = new Float64Array(length);
  for (let item = 0; item < length; item += 1) start[item] = time();
  const flags = coded(length, [], () => Number(next() < SHARE_OF_STATE_MEDIA)).codes;
  const outlets = Array.from({ length: OUTLETS }, (_, index) => `Outlet ${index + 1}`);
  return {
    format: 'columns',
    version: 1,
    length,
    start,
    flags,
    section: coded(length, SECTIONS, () => section(next)),
    outlet: coded(length, outlets, () => outlet(next)),
    language: coded(length, LANGUAGES, () => below(next, LANGUAGES.length)),
    kind: coded(length, KINDS, () => below(next, KINDS.length)),
    countries: countries(length, next),
    ...(withTexts ? { text: await texts(length, next, length >= APART) } : {}),
  };
}

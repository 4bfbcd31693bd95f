// Rows in order of time: a bucket for each of some thousand slices of time, then each bucket sorted. For the pages whose
// library wants order.

import { END, FIRST } from '../generator.ts';

export interface Sortable {
  start: Float64Array;
  section: Uint8Array;
  countries: Uint8Array;
  offsets: Uint32Array;
}

const SLICES = 1 << 16;

/** The numbers of the rows in order of `start`. */
export function order(start: Float64Array): Uint32Array {
  const slice = (time: number) => Math.min(SLICES - 1, Math.floor(((time - FIRST) / (END - FIRST)) * SLICES));
  const ends = new Uint32Array(SLICES + 1);
  for (let row = 0; row < start.length; row += 1) ends[slice(start[row]!) + 1]! += 1;
  for (let at = 0; at < SLICES; at += 1) ends[at + 1]! += ends[at]!;
  const begins = ends.slice();
  const placed = new Uint32Array(start.length);
  for (let row = 0; row < start.length; row += 1) placed[begins[slice(start[row]!)]!++] = row;
  for (let at = 0; at < SLICES; at += 1) {
    if (ends[at + 1]! - ends[at]! > 1) placed.subarray(ends[at], ends[at + 1]).sort((a, b) => start[a]! - start[b]!);
  }
  return placed;
}

/** The same rows in order. */
export function inOrder({ start, section, countries, offsets }: Sortable): Sortable {
  const rows = order(start);
  const sorted = {
    start: new Float64Array(start.length), section: new Uint8Array(start.length),
    countries: new Uint8Array(countries.length), offsets: new Uint32Array(start.length + 1),
  };
  let end = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    sorted.start[at] = start[row]!;
    sorted.section[at] = section[row]!;
    for (let code = offsets[row]!; code < offsets[row + 1]!; code += 1) sorted.countries[end++] = countries[code]!;
    sorted.offsets[at + 1] = end;
  }
  return sorted;
}

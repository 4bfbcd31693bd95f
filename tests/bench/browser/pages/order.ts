// Rows in order of time, by a radix sort of three rounds. For the pages that want order.

import { FIRST } from '../generator.ts';

export interface Sortable {
  start: Float64Array;
  section: Uint8Array;
  countries: Uint8Array;
  offsets: Uint32Array;
}

/** Ten years of milliseconds have 39 bits. */
const ROUNDS = 3;
const DIGITS = 1 << 13;

/** The numbers of the rows in order of `start`. */
export function order(start: Float64Array): Uint32Array {
  let rows = Uint32Array.from({ length: start.length }, (_, row) => row);
  let sorted = new Uint32Array(start.length);
  const digits = new Uint16Array(start.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const unit = DIGITS ** round;
    const ends = new Uint32Array(DIGITS + 1);
    for (let row = 0; row < start.length; row += 1) {
      const digit = Math.floor((start[row]! - FIRST) / unit) % DIGITS;
      digits[row] = digit;
      ends[digit + 1]! += 1;
    }
    for (let digit = 0; digit < DIGITS; digit += 1) ends[digit + 1]! += ends[digit]!;
    for (let at = 0; at < rows.length; at += 1) sorted[ends[digits[rows[at]!]!]!++] = rows[at]!;
    [rows, sorted] = [sorted, rows];
  }
  return rows;
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

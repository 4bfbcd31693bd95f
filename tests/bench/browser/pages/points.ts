// Items as points, for the libraries that draw points.

import type { ItemColumns } from '../columns.ts';
import { random } from '../random.ts';

/** How high each item's point is: somewhere in its section's lane. */
export function spread({ section, length }: ItemColumns): Float32Array<ArrayBuffer> {
  const next = random(3);
  return Float32Array.from({ length }, (_, row) => section.codes[row]! + 0.1 + 0.8 * next());
}

/** Tells of a row whether it has the country; always so for null. */
export function hasCountry({ codes, offsets, dictionary }: ItemColumns['countries'], code: string | null): (row: number) => boolean {
  if (code === null) return () => true;
  const wanted = dictionary.indexOf(code);
  return (row) => {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at += 1) if (codes[at] === wanted) return true;
    return false;
  };
}

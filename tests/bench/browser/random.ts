// Seeded chance: the same seed gives the same numbers in every engine of JavaScript. Not for secrets.

export type Random = () => number;

/** Numbers in [0, 1) with 32 bits of state (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number in [0, size). */
export const below = (next: Random, size: number): number => Math.floor(next() * size);

/** Draws ranks 0, 1, … with weights 1, 1/2, 1/3, … */
export function zipf(size: number): (next: Random) => number {
  const sums = new Float64Array(size);
  for (let rank = 0, sum = 0; rank < size; rank += 1) sums[rank] = sum += 1 / (rank + 1);
  const total = sums[size - 1] ?? 0;
  return (next) => {
    const wanted = next() * total;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? total) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

import { expect, test } from 'vitest';
import { generate } from './generator.ts';
import { inOrder } from './pages/order.ts';

const { start, section, countries } = await generate(5000, false);

test('rows in order of time are the same rows', () => {
  const given = { start, section: section.codes, countries: countries.codes, offsets: countries.offsets };
  const told = ({ start, section, countries, offsets }: typeof given) =>
    [...start].map((time, row) => [time, section[row], ...countries.subarray(offsets[row], offsets[row + 1])].join());
  const sorted = inOrder(given) as typeof given;
  expect(sorted.start.every((time, row) => row === 0 || time >= sorted.start[row - 1]!)).toBe(true);
  expect(told(sorted).sort()).toEqual(told(given).sort());
});

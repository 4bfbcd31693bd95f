import { describe, expect, test } from 'vitest';
import { isoDay, resolveBounds, resolveFilter, windowOf, type Bound } from './civil.ts';

/** The bounds as days, or the error's code; the same cases as in `crate/wire/src/bound.rs`. */
function bounds(from: Bound | null, to: Bound | null): string {
  try {
    const { start, end } = resolveBounds(from, to);
    const show = (ms: number | undefined) => (ms === undefined ? 'open' : isoDay(ms));
    return `${show(start)}..${show(end)}`;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('ends are what a person writes', () => {
  test.each<[Bound | null, Bound | null, string]>([
    [null, null, 'open..open'],
    ['', '', 'open..open'],
    ['2021-01-14', '2021-01-14', '2021-01-14..2021-01-15'],
    ['2020-12', '2021-01', '2020-12-01..2021-02-01'],
    ['2020', '2020', '2020-01-01..2021-01-01'],
    [' 2021 ', null, '2021-01-01..open'],
    [0, 86_400_000, '1970-01-01..1970-01-02'],
    ['0001', '0099', '0001-01-01..0100-01-01'],
    ['2021-01-14', '2021-01-13', 'bad-range'],
    [5, 5, 'bad-range'],
    ['2021-02-29', null, 'bad-date'],
    [null, '2021-13', 'bad-date'],
    ['0000', null, 'bad-date'],
    ['14 January', null, 'bad-date'],
    [NaN, null, 'bad-date'],
    [1e300, null, 'bad-date'],
  ])('%s to %s is %s', (from, to, expected) => {
    expect(bounds(from, to)).toBe(expected);
  });
});

test('a window reads back as its first and last day', () => {
  const start = Date.UTC(2021, 0, 1);
  expect(windowOf(start, Date.UTC(2021, 1, 1))).toEqual({
    from: '2021-01-01',
    to: '2021-01-31',
    start,
    end: Date.UTC(2021, 1, 1),
  });
});

test('a filter reads back with what it means, and can be written again', () => {
  const filter = resolveFilter({ kinds: ['report'], from: '2021-01', text: undefined });
  expect(filter).toEqual({ kinds: ['report'], from: '2021-01', start: 1_609_459_200_000 });
  expect(resolveFilter(filter)).toEqual(filter);
});

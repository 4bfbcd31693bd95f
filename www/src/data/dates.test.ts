import { describe, expect, test } from 'vitest';
import { PRECISIONS, readDate, unitEnd } from './dates.ts';

const NAMES = Object.entries(PRECISIONS);

/** A date as `start precision`, or null. */
function told(value: unknown): string | null {
  const time = readDate(value);
  return time && `${new Date(time.start).toISOString().replace('T00:00:00.000Z', '')} ${NAMES.find(([, code]) => code === time.precision)?.[0]}`;
}

describe('what can be read', () => {
  test.each<[unknown, string]>([
    ['2021-01-14', '2021-01-14 day'],
    [' 2021-01-14 ', '2021-01-14 day'],
    ['2021-01', '2021-01-01 month'],
    ['2021', '2021-01-01 year'],
    ['0001-01-01', '0001-01-01 day'],
    ['9999-12-31', '9999-12-31 day'],
    ['20210114', '2021-01-14 day'],
    ['20210114T103000Z', '2021-01-14T10:30:00.000Z minute'],
    ['20210114103000', '2021-01-14T10:30:00.000Z minute'],
    ['2021-01-14T10:30', '2021-01-14T10:30:00.000Z minute'],
    ['2021-01-14 10:30:15', '2021-01-14T10:30:15.000Z minute'],
    ['2021-01-14T10:30:15.250Z', '2021-01-14T10:30:15.250Z minute'],
    ['2021-01-14T10Z', '2021-01-14T10:00:00.000Z hour'],
    ['2021-01-14T23:30:00-05:00', '2021-01-15T04:30:00.000Z minute'],
    ['2021-01-14T00:30:00+0200', '2021-01-13T22:30:00.000Z minute'],
    ['2021-01-14T24:00', '2021-01-15 minute'],
    ['2020-02-29', '2020-02-29 day'],
    [1_610_582_400_000, '2021-01-14 day'],
    ['1610582400000', '2021-01-14 day'],
    [1_610_582_400_001, '2021-01-14T00:00:00.001Z minute'],
    [-86_400_000, '1969-12-31 day'],
    [2021, '2021-01-01 year'],
    [10n ** 12n, '2001-09-09T01:46:40.000Z minute'],
    [new Date(0), '1970-01-01 day'],
  ])('%s', (value, expected) => expect(told(value)).toBe(expected));
});

describe('what cannot', () => {
  test.each<[unknown]>([
    ['2021-13-01'], ['2021-02-30'], ['2021-00-10'], ['0000-01-01'], ['10000-01-01'], ['31/12/2020'], ['yesterday'], ['2021-01-14T25:00'],
    ['2021-01T10:00'], ['20211301'], ['0001-01-01T00:00+10:00'], [NaN], [Infinity], [-Infinity], [8.64e15], [1e300], [true], [{}], [[]], [null], [undefined], [''],
  ])('%s', (value) => expect(readDate(value)).toBeNull());
});

describe('a unit ends where the next begins', () => {
  test.each<[string, string, string]>([
    ['2021-01-31', 'day', '2021-02-01'],
    ['2021-01-04', 'week', '2021-01-11'],
    ['2021-12-01', 'month', '2022-01-01'],
    ['2021-10-01', 'quarter', '2022-01-01'],
    ['2021-07-01', 'half', '2022-01-01'],
    ['2020-01-01', 'year', '2021-01-01'],
    ['2020-01-01', 'decade', '2030-01-01'],
  ])('%s %s', (start, unit, end) => expect(new Date(unitEnd(Date.parse(start), PRECISIONS[unit] ?? 0)).toISOString().slice(0, 10)).toBe(end));
});

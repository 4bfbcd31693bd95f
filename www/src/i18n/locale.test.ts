import { describe, expect, test } from 'vitest';
import { Locale } from './locale.ts';

const day = Date.UTC(2021, 0, 14);
const en = new Locale('en-US');
const es = new Locale('es-VE');

describe('words follow the language', () => {
  test('plural forms', () => {
    expect([1, 2].map((n) => en.text('shown', { n }))).toEqual(['1 item shown', '2 items shown']);
    expect([1, 2].map((n) => es.text('shown', { n }))).toEqual(['1 entrada visible', '2 entradas visibles']);
  });

  test('an unknown language is English', () => {
    expect(new Locale('qq').text('items')).toBe('Items');
  });

  test('days come before months, without commas', () => {
    expect(en.weekday(day)).toBe('Thu 14 Jan 2021');
    expect(en.range(day, day + 86_400_000)).toBe('14 Jan 2021');
    expect(en.range(Date.UTC(2020, 11, 14), Date.UTC(2020, 11, 21))).toBe('14–20 Dec 2020');
    expect(en.range(Date.UTC(2020, 8, 28), Date.UTC(2020, 9, 5))).toBe('28 Sep – 4 Oct 2020');
    expect(en.range(Date.UTC(2020, 10, 21), day + 86_400_000)).toBe('21 Nov 2020 – 14 Jan 2021');
  });

  test('countries are named in the reader’s language, else as the data does', () => {
    expect(en.country('VE', 'Venezuela')).toBe('Venezuela');
    expect(es.country('US', 'United States')).toBe('Estados Unidos');
    expect(es.country('??', 'Nowhere')).toBe('Nowhere');
  });
});

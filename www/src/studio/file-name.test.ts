import { expect, test } from 'vitest';
import { exportName, slug, stem } from './file-name.ts';

test.each([
  ['VRIC Monitor No. 18', 'vric-monitor-no-18'],
  ['Crónica de España N.º 4', 'cronica-de-espana-n-4'],
  ['Straße — Łódź & Ærø', 'strasse-lodz-aero'],
  ['../../etc/passwd\u0000', 'etc-passwd'],
  ['  CON:  ', 'con'],
  ['Iran’s reach', 'irans-reach'],
  ['Доклад', 'report'],
  ['', 'report'],
  ['«»', 'report'],
])('%s becomes %s', (text, expected) => {
  expect(slug(text)).toBe(expected);
});

test('a slug is short, ASCII and never ends with a dash', () => {
  for (let length = 0; length < 200; length += 1) {
    const made = slug(`${'word '.repeat(40).slice(0, length)}é`);
    expect(made).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(made.length).toBeLessThanOrEqual(60);
  }
});

test('a name says document, view and days', () => {
  const parts = { document: 'VRIC Monitor No. 18', view: 'both', extension: 'png' };
  expect(exportName({ ...parts, from: '2020-11-21', to: '2021-01-14' })).toBe(
    'vric-monitor-no-18_both_2020-11-21_2021-01-14.png',
  );
  expect(exportName({ ...parts, from: null, to: null })).toBe('vric-monitor-no-18_both.png');
  expect(exportName({ ...parts, from: '../x', extension: 'P.N/G' })).toBe('vric-monitor-no-18_both.png');
});

test.each([
  ['report.txt', 'report'],
  ['a.b.txt', 'a.b'],
  ['C:\\folder\\report.md', 'report'],
  ['folder/report', 'report'],
  ['.txt', '.txt'],
  ['No. 18 of the series', 'No. 18 of the series'],
])('the stem of %s is %s', (name, expected) => {
  expect(stem(name)).toBe(expected);
});

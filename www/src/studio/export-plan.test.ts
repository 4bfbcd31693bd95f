import { expect, test } from 'vitest';
import { dataName, FIRST_IMAGE, imageName, imageOptions, sizeOf, textName } from './export-plan.ts';
import { bytes } from './image-size.ts';
import type { Viewer } from './viewer.ts';

/** What the names are made from: the numbers of a viewer, without its picture. */
const numbers = {
  window: { from: '2020-12-01', to: '2020-12-31', start: Date.UTC(2020, 11, 1), end: Date.UTC(2021, 0, 1) },
  report: { coverage: { start: '2020-11-21', end: '2021-01-15' } },
  summary: { first: '2020-12-03', last: '2020-12-30' },
} as unknown as Viewer;

test('files are named after what they hold', () => {
  const name = 'VRIC Monitor No. 18';
  expect(imageName(FIRST_IMAGE, name, numbers)).toBe('vric-monitor-no-18_both_2020-12-01_2020-12-31.png');
  expect(imageName({ ...FIRST_IMAGE, range: 'all', format: 'svg', chart: 'timeline' }, name, numbers)).toBe(
    'vric-monitor-no-18_timeline_2020-11-21_2021-01-14.svg',
  );
  expect(dataName({ format: 'csv', scope: 'filtered' }, name, numbers)).toBe(
    'vric-monitor-no-18_items_2020-12-03_2020-12-30.csv',
  );
  expect(dataName({ format: 'json', scope: 'all' }, name, numbers)).toBe(
    'vric-monitor-no-18_items_2020-11-21_2021-01-14.json',
  );
  expect(textName(name, 'Some Report.TXT')).toBe('some-report.txt');
  expect(textName(name, '')).toBe('vric-monitor-no-18.txt');
});

test('a size of one’s own stays within what can be drawn', () => {
  const custom = (width: number, height: number) => sizeOf({ ...FIRST_IMAGE, preset: 'custom', custom: { width, height } });
  expect(custom(1000.4, 500)).toEqual({ width: 1000, height: 500 });
  expect(custom(1e9, 3)).toEqual({ width: 4000, height: 200 });
  expect(custom(Number.NaN, -5)).toEqual({ width: 1600, height: 900 });
});

test('the viewer is asked for a scale only where there are pixels, and for a title only where there is one', () => {
  expect(imageOptions(FIRST_IMAGE)).toEqual({
    chart: 'both', format: 'png', theme: 'light', range: 'window', width: 1600, height: 900, scale: 2,
  });
  const svg = imageOptions({ ...FIRST_IMAGE, format: 'svg', title: '  A title ' });
  expect(svg).toMatchObject({ format: 'svg', title: 'A title' });
  expect(svg).not.toHaveProperty('scale');
});

test('counts of bytes are short', () => {
  expect([0, 999, 1500, 45_600, 2_345_678].map((count) => bytes(count, 'en'))).toEqual(['0 B', '999 B', '1.5 KB', '46 KB', '2.3 MB']);
});

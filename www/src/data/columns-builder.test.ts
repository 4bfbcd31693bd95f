import { describe, expect, test } from 'vitest';
import { ColumnsBuilder } from './columns-builder.ts';
import { fill, Row } from './fields.ts';
import { plain, problemOf, read } from './testing.ts';
import { BlobTexts, MemoryTexts, PagedTexts, type Texts } from './texts.ts';

function build(items: object[], builder = new ColumnsBuilder(new Set(['VE', 'GY']))): ColumnsBuilder {
  const row = new Row();
  items.forEach((item, at) => {
    fill(row, item);
    builder.add(row, at + 1);
  });
  return builder;
}

describe('codes have the smallest width, with room for none', () => {
  test.each<[values: number, type: string]>([
    [1, 'Uint8Array'],
    [255, 'Uint8Array'],
    [256, 'Uint16Array'],
    [65_535, 'Uint16Array'],
    [65_536, 'Uint32Array'],
  ])('%s', (values, type) => {
    const items = [{ text: 'none' }, ...Array.from({ length: values }, (_, at) => ({ text: 't', outlet: `o${at}` })), { text: 'none' }];
    const { outlet } = build(items).columns();
    expect(outlet?.codes.constructor.name).toBe(type);
    const none = 2 ** (8 * (outlet?.codes.BYTES_PER_ELEMENT ?? 0)) - 1;
    expect([outlet?.codes[0], outlet?.codes[1], outlet?.codes[values], outlet?.codes[values + 1]]).toEqual([none, 0, values - 1, none]);
    expect(outlet?.dictionary).toHaveLength(values);
  });
});

test('columns that nobody filled are absent', () => {
  const columns = build([{ text: 'a' }]).columns();
  expect(Object.keys(columns).sort()).toEqual(['countries', 'flags', 'format', 'length', 'precision', 'start', 'text', 'version']);
});

test('ids of some: the others are known by their number', () => {
  const builder = build([{ text: 'a' }, { text: 'b', id: 'x' }, { text: 'c' }, { text: 'd', id: 7 }]);
  expect(plain(builder.columns(), builder.texts).map(({ id }) => id)).toEqual(['0', 'x', '2', '7']);
});

test('ends of some: the others last one unit', () => {
  const builder = build([{ date: '2021-02' }, { date: '2021-01-01', end: '2021-01-04' }, { date: '2021' }, { text: 'undated' }]);
  expect(plain(builder.columns(), builder.texts).map(({ end, precision }) => [end, precision])).toEqual([
    ['2021-03-01', 4], ['2021-01-04', 9], ['2022-01-01', 7], [null, 0],
  ]);
});

test('a picture on the way stays as it was while more comes', () => {
  const builder = build([{ date: '2021', text: 'a', outlet: 'o', country: 'VE' }]);
  const columns = builder.columns();
  const before = plain(columns, builder.texts);
  build(Array.from({ length: 5000 }, (_, at) => ({ date: '2022', text: `t${at}`, outlet: `o${at}`, country: 'GY' })), builder);
  expect(columns.length).toBe(1);
  expect(plain(columns, builder.texts)).toEqual(before);
  expect(builder.columns().length).toBe(5001);
});

describe('texts in pages', () => {
  const words = Array.from({ length: 80_000 }, (_, at) => `${at} Zürich 東京 🚢 ${'x'.repeat(at % 50)}`);
  const whole = Buffer.from(words.join(''));
  const same = (texts: Texts, from: number, to: number) => Buffer.compare(texts.read(from, to), whole.subarray(from, to)) === 0;

  test('are read as they were added, also across pages', () => {
    const texts = new PagedTexts(null);
    let start = 0;
    const other = words.filter((word) => {
      const end = texts.add(word);
      const found = new TextDecoder().decode(texts.read(start, end));
      start = end;
      return found !== word;
    });
    expect(other).toEqual([]);
    expect(texts.size).toBe(whole.length);
    expect(same(texts, 0, texts.size)).toBe(true);
    expect(texts.read(5, 5)).toHaveLength(0);
  });

  test('the oldest are put away, and read from there', () => {
    const away: number[] = [];
    const texts = new PagedTexts((pages) => {
      const bytes = Buffer.concat(pages);
      away.push(bytes.length);
      return new MemoryTexts(bytes);
    }, 2 ** 20, 2 ** 20);
    words.forEach((word) => texts.add(word));
    expect(away.length).toBeGreaterThan(0);
    expect(texts.size).toBe(whole.length);
    for (let at = 0; at < whole.length - 300; at += 7777) if (!same(texts, at, at + 300)) throw new Error(`Other bytes at ${at}.`);
    expect(same(texts, 100, whole.length - 100)).toBe(true);
  });

  test('a Blob is read in blocks, each once', () => {
    const reads: number[] = [];
    const part = (from: number, to: number) => ({ from, to: Math.min(to, whole.length) });
    const blob = { size: whole.length, slice: part } as unknown as Blob;
    const texts = new BlobTexts(blob, (slice) => {
      const { from, to } = slice as unknown as { from: number; to: number };
      reads.push(from);
      return whole.subarray(from, to);
    });
    for (let at = 0; at < whole.length - 100; at += 9999) if (!same(texts, at, at + 100)) throw new Error(`Other bytes at ${at}.`);
    expect(new Set(reads).size).toBe(reads.length);
    expect(same(texts, 1000, whole.length)).toBe(true);
    expect(same(texts, whole.length - 3, whole.length)).toBe(true);
  });
});

describe('a large file', () => {
  const line = (at: number) => `{"date":"20${10 + (at % 15)}-0${1 + (at % 9)}-1${at % 10}","text":"Item ${at} of many, about a ship","country":"VE","source":"o${at % 200}"}\n`;
  const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => line(from + at)).join('');
  const large = new Blob([lines(0, 150_000)]);

  test('is shown on the way, at each doubling, and whole at last', async () => {
    const { shown, notes, items } = await read('ndjson', large);
    expect(items).toHaveLength(150_000);
    expect(items[149_999]?.text).toBe('Item 149999 of many, about a ship');
    expect(shown.at(-1)).toBe(150_000);
    expect(shown.length).toBeGreaterThan(2);
    shown.slice(1, -1).forEach((items, at) => expect(items).toBeGreaterThanOrEqual((shown[at] ?? 0) * 2));
    const reading = notes.filter(({ phase }) => phase === 'read');
    expect(reading.every(({ done, total, rate, left }) => done <= total && (rate ?? 0) > 0 && (left ?? -1) >= 0)).toBe(true);
    expect(notes.at(-1)).toMatchObject({ phase: 'index', total: 150_000 });
  });

  test('is given up, or kept as far as it is, at any time', async () => {
    let checks = 0;
    const cancelled = { code: 'cancelled', message: '', fix: '' };
    expect(await problemOf('ndjson', large, { check: () => { if (++checks === 5) throw cancelled; } })).toBe('cancelled');
    let asked = 0;
    const { items, shown } = await read('ndjson', large, { keeping: () => ++asked > 6 });
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThan(150_000);
    expect(shown.at(-1)).toBe(items.length);
  });

  test('that changes or ends early while it is read is an error', async () => {
    const parts = (fail: (at: number) => Promise<ArrayBuffer>) =>
      Object.defineProperty(new Blob([lines(0, 30_000)]), 'slice', {
        value: (from: number, to: number) => ({ arrayBuffer: () => fail(from), size: to - from }),
      });
    const broken = parts(() => Promise.reject(new DOMException('The file could not be read', 'NotReadableError')));
    expect(await problemOf('ndjson', broken)).toBe('file-changed');
    expect(await problemOf('csv', parts(async () => new ArrayBuffer(5)))).toBe('file-changed');
    expect(await problemOf('ndjson', parts(() => Promise.reject(new RangeError('Array buffer allocation failed'))))).toBe('not-enough-memory');
  });
});

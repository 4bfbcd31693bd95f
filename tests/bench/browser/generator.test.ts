import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ItemColumns } from './columns.ts';
import { END, FIRST, generate, MOST_COUNTRIES, OUTLETS } from './generator.ts';
import { random } from './random.ts';
import { LEAST_BYTES, MOST_BYTES, texts } from './texts.ts';
import { COUNTRIES, KINDS, LANGUAGES, SECTIONS } from './words.ts';

const LENGTH = 20_000;
const made = await generate(LENGTH);

const most = (codes: Uint8Array) => codes.reduce((high, code) => Math.max(high, code), 0);
const counts = (codes: Uint8Array, size: number) => codes.reduce((sums, code) => ((sums[code]! += 1), sums), new Array<number>(size).fill(0));

/** One word for all the bytes. */
function digest({ start, flags, section, outlet, language, kind, countries, text }: ItemColumns): string {
  const hash = createHash('sha256');
  const parts = [start, flags, countries.codes, countries.offsets, text!.offsets, text!.bytes as Uint8Array];
  for (const part of parts) hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  for (const { codes, dictionary } of [section, outlet, language, kind]) hash.update(codes).update(dictionary.join());
  return hash.update(countries.dictionary.join()).digest('hex');
}

describe('made-up items', () => {
  test('are the same for the same seed, and others for another', async () => {
    expect(digest(await generate(LENGTH))).toBe(digest(made));
    expect(digest(await generate(LENGTH, true, 7))).not.toBe(digest(made));
  });

  test('lie within ten years on whole milliseconds, in no order', () => {
    expect(made.start.every((time) => Number.isInteger(time) && time >= FIRST && time < END)).toBe(true);
    expect(made.start.some((time, item) => time < (made.start[item - 1] ?? 0))).toBe(true);
  });

  test('come in bursts: a tenth of the days holds most items', () => {
    const days = new Map<number, number>();
    for (const time of made.start) days.set(Math.floor(time / 86_400_000), (days.get(Math.floor(time / 86_400_000)) ?? 0) + 1);
    const busiest = [...days.values()].sort((a, b) => b - a).slice(0, 365);
    expect(busiest.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(LENGTH / 2);
  });

  test('have codes of their dictionaries, every one of the small ones', () => {
    const sizes = { section: SECTIONS.length, outlet: OUTLETS, language: LANGUAGES.length, kind: KINDS.length } as const;
    for (const [key, size] of Object.entries(sizes)) {
      const { codes, dictionary } = made[key as keyof typeof sizes];
      expect([codes.length, dictionary.length, most(codes)]).toEqual([LENGTH, size, size - 1]);
    }
    const state = made.flags.reduce((sum, flag) => sum + flag, 0) / LENGTH;
    expect(state).toBeGreaterThan(0.11);
    expect(state).toBeLessThan(0.13);
  });

  test('name one to three countries each, none twice, by Zipf', () => {
    const { codes, offsets, dictionary } = made.countries;
    expect(new Set(dictionary)).toEqual(new Set(COUNTRIES));
    expect(offsets[LENGTH]).toBe(codes.length);
    for (let item = 0; item < LENGTH; item += 1) {
      const own = codes.subarray(offsets[item], offsets[item + 1]);
      const fair = own.length > 0 && own.length <= MOST_COUNTRIES && new Set(own).size === own.length;
      if (!fair) expect.fail(`item ${item} has the countries ${own.join()}`);
    }
    const often = counts(codes, COUNTRIES.length);
    expect(often[0]! / often[9]!).toBeGreaterThan(5);
    expect(often.every((count) => count > 0)).toBe(true);
  });

  test('have texts of 100 to 300 bytes of UTF-8, with accents and capital letters', () => {
    const { offsets, bytes } = made.text!;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let all = '';
    for (let item = 0; item < LENGTH; item += 1) {
      const [start, end] = [offsets[item]!, offsets[item + 1]!];
      if (end - start < LEAST_BYTES || end - start > MOST_BYTES) expect.fail(`item ${item} has ${end - start} bytes`);
      if (item < 100) all += decoder.decode((bytes as Uint8Array).subarray(start, end));
    }
    expect(all).toMatch(/ó/);
    expect(all).toMatch(/CEASEFIRE/);
  });

  test('have the same texts apart from the page as in it', async () => {
    const [inside, apart] = await Promise.all([false, true].map((apart) => texts(3000, random(1), apart)));
    expect(apart!.bytes).toBeInstanceOf(Blob);
    const bytes = Buffer.from(await (apart!.bytes as Blob).arrayBuffer());
    expect(bytes.equals(inside!.bytes as Uint8Array)).toBe(true);
    expect(apart!.offsets.join()).toBe(inside!.offsets.join());
  });
});

// Where a report can come from, and what happens when it cannot be read.

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { listenForComplaints, ONE_ITEM, openPage, openRaw, openSample, said, sampleText } from './element';

interface EncodingCase {
  name: string;
  hex: string;
  encoding?: string;
  text?: string;
  damaged?: number;
  error?: string;
}

const table = new URL('../corpus/encodings/table.json', import.meta.url);
const encodings: EncodingCase[] = JSON.parse(readFileSync(table, 'utf8'));

test('src, child text, text, File, Blob, Response and URL give the same report, without a complaint', async ({ page }) => {
  const quiet = listenForComplaints(page);
  await openSample(page);
  const expected = await page.evaluate(() => viewer.summary);
  expect(expected.items).toBeGreaterThan(40);

  const all = await page.evaluate(async () => {
    const response = () => fetch('sample-report.txt');
    const text = await (await response()).text();
    const sources = [text, new File([text], 'a.txt'), new Blob([text]), await response(), new URL('sample-report.txt', location.href)];
    const found = [];
    for (const source of sources) found.push(await viewer.load(source));
    return found;
  });
  for (const summary of all) expect(summary).toEqual(expected);

  await openPage(page, `<dateline-viewer>${sampleText().replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</dateline-viewer>`);
  expect(await page.evaluate(async () => (await viewer.ready, viewer.summary))).toEqual(expected);
  expect((await said(page)).filter((name) => name !== 'progress')).toEqual(['load']);
  quiet();
});

test('a string is text, never an address', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const items = await page.evaluate(async () => (await viewer.load('sample-report.txt')).items);
  expect(items).toBe(0);
});

test('properties that were set before the script came are taken over', async ({ page }) => {
  await openRaw(page, '<dateline-viewer></dateline-viewer>', "script-src 'self' 'wasm-unsafe-eval'");
  await page.evaluate((text) => {
    viewer.filter = { kinds: ['quote'] };
    viewer.append(text);
    const script = document.createElement('script');
    script.type = 'module';
    script.src = 'dateline-viewer.js';
    document.head.append(script);
  }, sampleText());
  await expect.poll(() => page.evaluate(() => Object.keys(viewer.summary?.kinds ?? {}))).toEqual(['quote']);
  expect(await page.evaluate(() => viewer.filter)).toEqual({ kinds: ['quote'] });
});

test('ready can be waited for before there is anything to load', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const items = await page.evaluate(async (text) => {
    const { ready } = viewer;
    void viewer.load(text);
    await ready;
    return viewer.summary.items;
  }, ONE_ITEM);
  expect(items).toBe(1);
});

test('bytes are read as the program reads them', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const found = await page.evaluate(async (cases) => {
    const results = [];
    for (const { hex } of cases) {
      const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
      try {
        await viewer.load(new File([bytes], 'report.txt'));
        results.push({ text: viewer.sourceText([0, 1e6]), codes: viewer.diagnostics.map(({ code }) => code) });
      } catch (error) {
        results.push({ error: (error as { code: string }).code });
      }
    }
    return results;
  }, encodings);
  encodings.forEach(({ name, text, error, encoding, damaged }, at) => {
    const result = found[at];
    if (error) return expect(result, name).toEqual({ error });
    expect(result?.text, name).toBe(text);
    expect(result?.codes?.includes('encoding-guessed'), name).toBe(encoding === 'windows-1252');
    expect(result?.codes?.includes('damaged-text'), name).toBe((damaged ?? 0) > 0);
  });
});

test('what cannot be read is said with code, message and remedy, and what was there stays', async ({ page }) => {
  await openSample(page);
  const before = await page.evaluate(() => viewer.summary);
  const problems = await page.evaluate(async () => {
    const sources = [
      new URL('nowhere.txt', location.href),
      new URL('http://127.0.0.1:9/unreachable.txt'),
      new File([new Uint8Array(200)], 'zeros.bin'),
      new File([new Uint8Array(64 * 1024 * 1024 + 1).fill(65)], 'large.txt'),
      42,
    ];
    const found = [];
    for (const source of sources) {
      found.push(await viewer.load(source).then(() => null, ({ code, message, fix }) => ({ code, message, fix })));
    }
    return found;
  });
  expect(problems.map((problem) => problem?.code)).toEqual([
    'source-not-found',
    'network-error',
    'binary-input',
    'input-too-large',
    'bad-source',
  ]);
  for (const problem of problems) {
    expect(problem?.message).not.toBe('');
    expect(problem?.fix).not.toBe('');
  }
  const told = await page.evaluate(() => globalThis.said.filter(({ name }) => name === 'error').map(({ detail }) => detail));
  expect(told).toEqual(problems);
  expect(await page.evaluate(() => viewer.summary)).toEqual(before);
});

test('a src that is not there leaves a message, and ready is refused', async ({ page }) => {
  await openPage(page, '<dateline-viewer src="nowhere.txt"></dateline-viewer>');
  const code = await page.evaluate(() => viewer.ready.then(() => null, ({ code }) => code));
  expect(code).toBe('source-not-found');
  await expect(page.getByRole('alert')).toContainText('404');
});

test('texts with little or nothing in them are read without fuss', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const cases: [text: string, items: number, dated: number, code: string | null][] = [
    ['', 0, 0, 'empty-text'],
    [' \r\n\t', 0, 0, 'empty-text'],
    ['Nothing here says anything.', 0, 0, 'no-items'],
    ['LIST\n\n• No date on this one.\n• Nor on this.\n', 2, 0, 'no-dates'],
    [ONE_ITEM, 1, 1, null],
  ];
  for (const [text, items, dated, code] of cases) {
    const result = await page.evaluate(async (source) => {
      const summary = await viewer.load(source);
      await viewer.painted();
      return { summary, codes: viewer.diagnostics.map(({ code }) => code) };
    }, text);
    expect(result.summary, JSON.stringify(text)).toMatchObject({ items, dated });
    if (code) expect(result.codes).toContain(code);
  }
});

test('a newer load replaces an older one', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const result = await page.evaluate(async (one) => {
    const older = viewer.load(new URL('sample-report.txt', location.href)).then(() => 'done', ({ name }) => name);
    const newer = viewer.load(one);
    return { older: await older, items: (await newer).items, shown: viewer.summary.items };
  }, ONE_ITEM);
  expect(result).toEqual({ older: 'AbortError', items: 1, shown: 1 });
});

test('a load is given up by its signal, also while a large text is read', async ({ page }) => {
  await openSample(page);
  const before = await page.evaluate(() => viewer.summary.items);
  const result = await page.evaluate(async (text) => {
    const giveUp = new AbortController();
    const load = viewer.load(text.repeat(300), { signal: giveUp.signal }).then(() => 'done', ({ name }) => name);
    addEventListener('dateline-progress', () => giveUp.abort(), { once: true });
    return { load: await load, items: viewer.summary.items };
  }, sampleText());
  expect(result).toEqual({ load: 'AbortError', items: before });
});

test('a reference date re-dates what has no year', async ({ page }) => {
  await openPage(page, '<dateline-viewer>• A ship left. – Reuters on 10-JAN</dateline-viewer>');
  const start = () => page.evaluate(async () => (await viewer.ready, (await viewer.items())[0]?.published?.start));
  await page.evaluate(() => (viewer.referenceDate = '2021-01-14'));
  await expect.poll(start).toBe('2021-01-10');
  await page.evaluate(() => (viewer.referenceDate = '2020-06-30'));
  await expect.poll(start).toBe('2020-01-10');
});

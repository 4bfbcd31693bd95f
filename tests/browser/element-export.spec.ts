// The files that the element gives: pictures of the size asked for, and data that can be read back.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { openPage, openSample, SAMPLE } from './element';

/** A blob's type and bytes. */
async function file(page: Page, method: 'exportImage' | 'exportData', options: object): Promise<{ type: string; bytes: Buffer }> {
  const { type, text } = await page.evaluate(
    async ([method, options]) => {
      const blob = await viewer[method](options);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return { type: blob.type, text: Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') };
    },
    [method, options] as const,
  );
  return { type, bytes: Buffer.from(text, 'latin1') };
}

test('a picture as SVG is well-formed, named, and of the size asked for', async ({ page }) => {
  // Parsing a text as XML is no business of the element: here no Trusted Types forbid it.
  await openSample(page, '', "script-src 'self' 'wasm-unsafe-eval'");
  const { type, bytes } = await file(page, 'exportImage', { format: 'svg', width: 1200, height: 675, title: 'A <title> & more' });
  expect(type).toBe('image/svg+xml');
  const found = await page.evaluate((text) => {
    const tree = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = tree.documentElement;
    return {
      error: tree.querySelector('parsererror')?.textContent ?? null,
      title: root.querySelector('title')?.textContent,
      desc: root.querySelector('desc')?.textContent,
      width: root.getAttribute('width'),
      height: root.getAttribute('height'),
      texts: [...root.querySelectorAll('text')].map((text) => text.textContent?.trim()),
      scripts: root.querySelectorAll('script, foreignObject, image, a').length,
    };
  }, bytes.toString('utf8'));
  expect(found).toMatchObject({ error: null, width: '1200', height: '675', scripts: 0 });
  expect(found.title).toBe('A <title> & more');
  expect(found.desc).not.toBe('');
  expect(found.texts).toContain('Ukraine');
});

test('a picture as PNG has exactly the pixels asked for', async ({ page }) => {
  await openSample(page);
  for (const [width, height, scale] of [[600, 400, 1], [1200, 675, 2], [800, 450, 1.5]] as const) {
    const { type, bytes } = await file(page, 'exportImage', { format: 'png', width, height, scale, theme: 'dark' });
    expect(type).toBe('image/png');
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width * scale, height * scale]);
  }
});

test('the same picture comes from the worker and from the page, byte for byte', async ({ page }) => {
  await openSample(page);
  const options = { format: 'svg', range: 'all' };
  const inWorker = await file(page, 'exportImage', options);
  await openSample(page, 'no-worker');
  expect((await file(page, 'exportImage', options)).bytes.equals(inWorker.bytes)).toBe(true);
});

test('the program writes the same SVG as the page, byte for byte', async ({ page }, info) => {
  // The program may have to be compiled first.
  test.setTimeout(600_000);
  await openSample(page);
  const { bytes } = await file(page, 'exportImage', { format: 'svg', chart: 'both', width: 1600, height: 900, theme: 'light' });
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const output = info.outputPath('program.svg');
  const size = ['--width', '1600', '--height', '900', '--theme', 'light'];
  const render = ['render', join(root, 'www/public', SAMPLE), '--output', output, ...size];
  execFileSync('cargo', ['run', '--quiet', '--package', 'dateline-cli', '--', ...render], { cwd: root });
  expect(readFileSync(output).equals(bytes)).toBe(true);
});

test('data holds what is shown, or everything', async ({ page }) => {
  await openSample(page);
  const all = await page.evaluate(() => viewer.summary.items);
  await page.evaluate(async () => {
    viewer.filter = { kinds: ['report'] };
    await viewer.painted();
  });
  const shown = await page.evaluate(() => viewer.summary.shown);
  const json = async (scope: string) => JSON.parse((await file(page, 'exportData', { format: 'json', scope })).bytes.toString('utf8'));
  expect((await json('filtered')).items).toHaveLength(shown);
  const everything = await json('all');
  expect(everything.items).toHaveLength(all);
  expect(everything.report.sections.length).toBeGreaterThan(5);
  expect(everything.items[0]).toMatchObject({ source: { document: 'sample-report.txt' } });

  const csv = (await file(page, 'exportData', { format: 'csv', scope: 'filtered' })).bytes.toString('utf8');
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^id,kind,start,end,date_precision,/);
  expect(lines.length - 1).toBeGreaterThanOrEqual(shown);
});

test('what cannot be exported is said', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const refused = (call: string) =>
    page.evaluate((call) => (call === 'size' ? viewer.exportImage({ width: 0 }) : call === 'format' ? viewer.exportData({ format: 'xls' }) : viewer.exportImage()).then(() => null, ({ code }) => code), call);
  expect(await refused('nothing')).toBe('nothing-loaded');
  await openSample(page);
  expect(await refused('size')).toBe('bad-size');
  expect(await refused('format')).toBe('bad-option');
});

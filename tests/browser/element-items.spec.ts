// Items as data: every format, on its way and whole; given up, kept, refused, lost.

import { expect, test, type Page } from '@playwright/test';
import { openPage, openSample, said } from './element';
import { makeItems, slowDisk } from './items';

/** The same three items in every format of text. */
const CSV = 'date,headline,countries,source\n2021-01-14,A ship left,VE~GY,Reuters\n2021-01,Talks,,EFE\n,No date,FR,\n';
const ITEMS = [
  { published: '2021-01-14', text: 'A ship left', countries: ['VE', 'GY'], outlet: 'Reuters' },
  { published: '2021-01', text: 'Talks', outlet: 'EFE' },
  { published: null, text: 'No date', countries: [{ code: 'FR' }] },
];
const NDJSON = ITEMS.map((item) => JSON.stringify(item)).join('\n');

/** More than enough for several pictures on the way. */
const MANY = 150_000;

async function openItems(page: Page, attributes = ''): Promise<void> {
  await openPage(page, `<dateline-viewer ${attributes}></dateline-viewer>`);
  await makeItems(page);
}

/** The sample is open, and a load of many items runs. */
async function openWhileLoading(page: Page): Promise<void> {
  await openSample(page);
  await beginToLoad(page);
}

/** Begins a load of many items, whose first picture is seen; `outcome` tells how it ends. */
async function beginToLoad(page: Page): Promise<void> {
  await makeItems(page);
  await slowDisk(page);
  await page.evaluate((items) => {
    globalThis.giveUp = new AbortController();
    globalThis.outcome = viewer.load(globalThis.made.file(items), { signal: globalThis.giveUp.signal }).then(({ items }) => items, ({ name, code }) => (typeof code === 'string' ? code : name));
  }, MANY);
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible({ timeout: 20_000 });
}

declare global {
  var giveUp: AbortController;
  var outcome: Promise<number | string>;
}

/** What is shown, as a reader sees it. */
function shown(page: Page) {
  return page.evaluate(async () => {
    await viewer.painted();
    const { report, summary, filter, window, selection, diagnostics } = viewer;
    return { report, summary, filter, window, selection, diagnostics, first: await viewer.items({ limit: 3 }), text: viewer.sourceText().length };
  });
}

test('the same items come out of every format', async ({ page }) => {
  await openItems(page);
  await page.route('**/served', (route) => route.fulfill({ contentType: 'text/csv; charset=utf-8', body: CSV }));
  await page.route('**/served.ndjson*', (route) => route.fulfill({ contentType: 'application/octet-stream', body: NDJSON }));
  const found = await page.evaluate(async ({ csv, ndjson, items }) => {
    const sources: [unknown, object?][] = [
      [new File([csv], 'items.csv')],
      [new File([csv.replaceAll(',', '\t')], 'items.TSV')],
      [new Blob([csv], { type: 'text/csv;charset=utf-8' })],
      [new File([ndjson], 'items.ndjson')],
      [new File([ndjson], 'items.txt'), { format: 'ndjson' }],
      [ndjson, { format: 'ndjson' }],
      [new File([JSON.stringify(items)], 'items.json')],
      [new File([JSON.stringify({ report: { sections: [] }, items })], 'export.json', { type: 'application/json' })],
      [items],
      [new URL('served', location.href)],
      [new URL('served.ndjson?now', location.href)],
      [await fetch('served')],
    ];
    const results = [];
    for (const [source, options] of sources) {
      const { items, dated, countries } = await viewer.load(source, options);
      const listed = await viewer.items();
      results.push({ items, dated, countries: countries.map(({ code }) => code).sort(), texts: listed.map(({ text }) => text).sort(), start: listed.map(({ published }) => published?.start ?? null) });
    }
    return results;
  }, { csv: CSV, ndjson: NDJSON, items: ITEMS });
  for (const [at, result] of found.entries()) {
    expect(result, `source ${at}`).toEqual({
      items: 3, dated: 2, countries: ['FR', 'GY', 'VE'], texts: ['A ship left', 'No date', 'Talks'], start: ['2021-01-01', '2021-01-14', null],
    });
  }
});

test('what an export wrote is read again', async ({ page }) => {
  await openSample(page);
  const before = await page.evaluate(() => viewer.summary);
  for (const format of ['csv', 'json']) {
    const after = await page.evaluate(async (format) => {
      const { name } = { name: `export.${format}` };
      await viewer.load(new URL('sample-report.txt', location.href));
      const blob = await viewer.exportData({ format, scope: 'all' });
      return viewer.load(new File([blob], name));
    }, format);
    const facts = ({ items, dated, first, last, kinds, countries, outlets, stateMedia, months }: Record<string, unknown>) => ({ items, dated, first, last, kinds, countries, outlets, stateMedia: (stateMedia as { items: number }).items, months });
    expect(facts(after as unknown as Record<string, unknown>), format).toEqual(facts(before as unknown as Record<string, unknown>));
  }
});

test('columns are given away, or copied where the page wants to keep them', async ({ page }) => {
  await openItems(page);
  const found = await page.evaluate(async () => {
    const columns = globalThis.made.columns(5000);
    const copied = await viewer.load(columns, { copy: true });
    const left = columns.start.length;
    const given = await viewer.load(columns);
    const again = await viewer.load(columns).then(() => null, ({ code, message }) => `${code}: ${message}`);
    return { copied: copied.items, left, given: given.items, gone: columns.start.length + columns.text.bytes.length, again, shown: viewer.summary.items };
  });
  expect(found).toMatchObject({ copied: 5000, left: 5000, given: 5000, gone: 0, shown: 5000 });
  expect(found.again).toContain('bad-columns');
  expect(found.again).toContain('detached');
});

test('a part is shown while the rest comes, and can be used', async ({ page }) => {
  await openWhileLoading(page);
  const on = await page.evaluate(async () => {
    const { items } = viewer.summary;
    viewer.filter = { countries: ['VE'] };
    await viewer.setWindow('2015', '2016');
    return { items, filtered: viewer.summary.items };
  });
  expect(on.items).toBeGreaterThan(100);
  expect(on.filtered).toBeGreaterThan(0);
  expect(await page.evaluate(() => outcome)).toBe(MANY / 3);
  const { summary, filter, window } = await shown(page);
  expect(filter).toEqual({ countries: ['VE'] });
  expect([window.from, window.to]).toEqual(['2015-01-01', '2016-12-31']);
  expect(summary.items).toBe(MANY / 3);
  const progress = await page.evaluate(() => globalThis.said.filter(({ name }) => name === 'progress').map(({ detail }) => detail));
  expect(progress.some(({ rate, left, items }) => Number(rate) > 0 && Number(left) >= 0 && Number(items) > 0)).toBe(true);
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0);
  // Other data are shown whole.
  await page.evaluate(() => viewer.load(globalThis.made.columns(3000)));
  expect((await shown(page)).window.from).not.toBe('2015-01-01');
});

for (const [when, what] of [['before the load', '<dateline-viewer></dateline-viewer>'], ['while it begins, over a report', null]] as const) {
  test(`a window that the page sets ${when} is that of every picture`, async ({ page }) => {
    if (what) await openPage(page, what);
    else await openSample(page);
    await makeItems(page);
    const windows = await page.evaluate(async (before) => {
      const set = () => Object.assign(viewer, { window: { from: '2015-03-01', to: '2015-04-01' } });
      if (before) set();
      const file = globalThis.made.file(60_000, 'a.ndjson');
      const loading = viewer.load(file);
      if (!before) set();
      const seen = new Set<string>();
      const watch = setInterval(() => viewer.summary?.items > 100 && seen.add(`${viewer.window?.from} ${viewer.window?.to}`), 20);
      await loading;
      await viewer.painted();
      clearInterval(watch);
      return [...seen, `${viewer.window.from} ${viewer.window.to}`];
    }, what !== null);
    expect(new Set(windows)).toEqual(new Set(['2015-03-01 2015-04-01']));
  });
}

test('the list is there when a load is painted', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  await makeItems(page);
  const entries = await page.evaluate(async () => {
    await viewer.load(globalThis.made.columns(3000));
    await viewer.painted();
    return viewer.shadowRoot?.querySelectorAll('[part=item]').length ?? 0;
  });
  expect(entries).toBeGreaterThan(20);
});

test('stopped and kept: what is read stays', async ({ page }) => {
  await openWhileLoading(page);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: /^Keep the/ }).click();
  const items = await page.evaluate(() => outcome);
  expect(items).toBeGreaterThan(100);
  expect(items).toBeLessThan(MANY);
  expect((await shown(page)).summary.items).toBe(items);
  expect(await said(page)).not.toContain('error');
});

for (const [how, drop] of [
  ['dropped', async (page: Page) => {
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Drop them' }).click();
  }],
  ['given up by the signal', (page: Page) => page.evaluate(() => giveUp.abort())],
] as const) {
  test(`${how}: what was there before is there again`, async ({ page }) => {
    await openSample(page);
    await page.evaluate(async () => {
      viewer.filter = { kinds: ['report'] };
      await viewer.setWindow('2022-12', '2022-12');
      await viewer.select([(await viewer.items())[1]?.id ?? '']);
    });
    const before = await shown(page);
    await beginToLoad(page);
    await drop(page);
    expect(await page.evaluate(() => outcome)).toBe('AbortError');
    expect(await shown(page)).toEqual(before);
    await page.evaluate(() => (viewer.filter = {}));
    expect((await shown(page)).summary.items).toBeGreaterThan(40);
  });
}

test('given up in every phase, and by a newer load: what was there stays', async ({ page }) => {
  await openSample(page);
  await makeItems(page);
  const before = await shown(page);
  const outcomes = await page.evaluate(async () => {
    const file = globalThis.made.file(60_000);
    const found = [];
    for (const wait of [0, 1, 20, 120, 250, 400, 600]) {
      const giveUp = new AbortController();
      const load = viewer.load(wait === 1 ? globalThis.made.columns(100_000) : file, { signal: giveUp.signal }).then(() => 'done', ({ name }) => name);
      await new Promise((resolve) => setTimeout(resolve, wait));
      giveUp.abort();
      found.push(await load);
      if (found.at(-1) === 'done') break;
    }
    return found;
  });
  expect(outcomes[0]).toBe('AbortError');
  expect(outcomes.slice(0, 3)).toEqual(['AbortError', 'AbortError', 'AbortError']);
  if (!outcomes.includes('done')) expect(await shown(page)).toEqual(before);
  const newer = await page.evaluate(async () => {
    const older = viewer.load(globalThis.made.file(60_000)).then(() => 'done', ({ name }) => name);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const newer = viewer.load('• A ship left. – Reuters on 10-JAN-2023');
    return { older: await older, items: (await newer).items, first: (await viewer.items())[0]?.text };
  });
  expect(newer).toEqual({ older: 'AbortError', items: 1, first: 'A ship left.' });
});

test('what is wrong in rows is counted in remarks, and the rest is shown', async ({ page }) => {
  await openItems(page);
  const codes = await page.evaluate(async () => {
    const lines = ['{"date":"2021-01-14","text":"a","country":"Venezuela"}', 'not JSON', '{"date":"14/01/2021","text":"b"}', '{}', '7'];
    const { items, undated } = await viewer.load(new File([lines.join('\n')], 'a.ndjson'));
    return { items, undated, codes: viewer.diagnostics.map(({ code }) => code) };
  });
  expect(codes).toMatchObject({ items: 2, undated: 1 });
  expect(codes.codes).toEqual(expect.arrayContaining(['bad-row', 'unreadable-date', 'no-item', 'unknown-country']));
  await page.getByRole('button', { name: /remarks on the text/ }).click();
  await expect(page.locator('dateline-viewer .remarks')).toContainText('line 2');
});

test('what cannot be taken is refused with code, message and fix, and what was there stays', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => (globalThis as { memory?: number }).memory ?? 8 }));
  await openSample(page);
  await makeItems(page);
  const before = await shown(page);
  const problems = await page.evaluate(async () => {
    const columns = (change: object) => ({ ...globalThis.made.columns(10), ...change });
    const large = (size: number) => Object.defineProperty(new File(['x'], 'large.csv'), 'size', { value: size });
    const sources: [unknown, object?][] = [
      ['text', { format: 'pdf' }],
      ['text', { format: 'columns' }],
      [columns({ version: 2 })],
      [columns({ length: 11 })],
      [columns({ length: 30_000_000 })],
      [columns({ start: [1, 2] })],
      [columns({ start: new Float32Array(10) })],
      [columns({ outlet: { codes: new Uint8Array(10), dictionary: [1] } })],
      [columns({ colour: new Uint8Array(10) })],
      [columns({ text: { offsets: new Uint32Array(11), bytes: 'text' } })],
      [new File(['date,text\n'], 'a.csv')],
      [new File(['prose'], 'a.json')],
      [new File(['prose'], 'a.arrow')],
      [new File([`date,text\n2021,"${'word '.repeat(10 * 2 ** 20)}`], 'cell.csv')],
      [[{ text: 'A report.' }, { text: 'Another.' }]],
      [[{ start: 1n }]],
      [large(5 * 2 ** 30)],
      [large(20 * 2 ** 30)],
      [new URL('nowhere.csv', location.href)],
    ];
    const found = [];
    for (const [source, options] of sources) {
      found.push(await viewer.load(source, options).then(() => null, ({ code, message, fix }) => ({ code, told: Boolean(message && fix) })));
    }
    (globalThis as { memory?: number }).memory = 1;
    found.push(await viewer.load(large(2 ** 30)).then(() => null, ({ code, message, fix }) => ({ code, told: Boolean(message && fix) })));
    return found;
  });
  expect(problems.map((problem) => problem?.code)).toEqual([
    'bad-option', 'bad-source', 'bad-columns', 'bad-columns', 'too-many-items', 'bad-columns', 'bad-columns', 'bad-columns', 'bad-columns', 'bad-columns',
    'no-items', 'bad-json', 'bad-arrow', 'row-too-long', 'bad-source', 'bad-source', 'not-enough-memory', 'input-too-large', 'source-not-found', 'not-enough-memory',
  ]);
  expect(problems.every((problem) => problem?.told)).toBe(true);
  expect(await shown(page)).toEqual(before);
});

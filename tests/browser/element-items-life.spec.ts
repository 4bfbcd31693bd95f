// Items and what may befall them: a dead engine, a file that changes, a page without a worker, many viewers at once; and
// that the page's own thread stays free.

import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openPage, openSample, said } from './element';
import { makeItems, slowDisk } from './items';

/** How long a restart may take to be noticed, in ms. */
const NOTICED_MS = 30_000;
/** A task of the page's thread that is longer, in ms, is felt. */
const LONG_TASK_MS = 50;

async function openItems(page: Page, attributes = ''): Promise<void> {
  await openPage(page, `<dateline-viewer ${attributes}></dateline-viewer>`);
  await makeItems(page);
}

/** Kills the engine, and waits until that is told; gives the code. A load that ends with it may tell of itself too. */
async function kill(page: Page): Promise<string> {
  const codes = () => page.evaluate(() => globalThis.said.filter(({ name }) => name === 'error').map(({ detail }) => String(detail.code)));
  const before = (await codes()).length;
  await page.workers()[0]?.evaluate(() => void setTimeout(() => {
    throw new Error('killed by a test');
  }));
  await expect.poll(async () => (await codes()).length, { timeout: NOTICED_MS }).toBeGreaterThan(before);
  return (await codes())[before] ?? '';
}

test.describe('after the death of the engine', () => {
  for (const [what, source, options] of [
    ['a file', 'file', {}],
    ['columns that were copied', 'columns', { copy: true }],
  ] as const) {
    test(`${what}: everything is there again`, async ({ page }) => {
      await openItems(page);
      await page.evaluate(async ([source, options]) => {
        globalThis.data = globalThis.made[source](3000, 'a.ndjson' as never);
        await viewer.load(globalThis.data, options);
        viewer.filter = { countries: ['VE'] };
        await viewer.setWindow('2015', '2016');
      }, [source, options] as const);
      const state = () => page.evaluate(async () => {
        await viewer.painted();
        return { summary: viewer.summary, window: viewer.window, items: await viewer.items({ limit: 5 }) };
      });
      const before = await state();
      expect(before.summary.items).toBe(1000);
      expect(await kill(page)).toBe('engine-restarted');
      expect(await state()).toEqual(before);
    });
  }

  test('columns that were given away are told to be lost, and others can be loaded', async ({ page }) => {
    await openItems(page);
    await page.evaluate(() => viewer.load(globalThis.made.columns(3000)));
    expect(await kill(page)).toBe('data-lost');
    await expect(page.getByRole('alert')).toContainText('lost');
    expect(await page.evaluate(() => [viewer.summary, viewer.report])).toEqual([null, null]);
    expect(await page.evaluate(async () => (await viewer.load(globalThis.made.columns(500))).items)).toBe(500);
  });

  test('while items are read, the report that was there is shown again', async ({ page }) => {
    await openSample(page);
    await makeItems(page);
    await slowDisk(page);
    const before = await page.evaluate(() => viewer.summary);
    await page.evaluate(() => {
      globalThis.outcome = viewer.load(globalThis.made.file(150_000)).then(({ items }) => items, ({ code }) => code);
    });
    await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible({ timeout: NOTICED_MS });
    expect(await kill(page)).toMatch(/^engine-/);
    expect(await page.evaluate(() => outcome)).toBe('engine-failed');
    await expect.poll(() => page.evaluate(async () => (await viewer.painted(), viewer.summary)), { timeout: NOTICED_MS }).toEqual(before);
  });
});

declare global {
  var data: unknown;
  var outcome: Promise<number | string>;
  var giveUp: AbortController;
}

test.describe('a file on the disk', () => {
  for (const [how, change] of [
    ['grows', (path: string) => appendFileSync(path, '{"date":"2021"}\n'.repeat(1000))],
    ['ends early', (path: string) => truncateSync(path, 100_000)],
    ['is removed', (path: string) => rmSync(path)],
  ] as const) {
    test(`that ${how} while it is read is refused, and what was there stays`, async ({ page }, info) => {
      const path = info.outputPath('items.ndjson');
      writeFileSync(path, '{"date":"2021-01-14","text":"A ship left the harbour, and came back"}\n'.repeat(600_000));
      await openSample(page);
      await slowDisk(page);
      const before = await page.evaluate(() => viewer.summary);
      await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file' })));
      await page.locator('input[type=file]').last().setInputFiles(path);
      await page.evaluate(() => {
        const file = document.querySelector<HTMLInputElement>('body > input[type=file]')?.files?.[0];
        globalThis.outcome = viewer.load(file).then(({ items }) => items, ({ code }) => code);
      });
      await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible({ timeout: NOTICED_MS });
      change(path);
      expect(await page.evaluate(() => outcome)).toBe('file-changed');
      expect(await page.evaluate(async () => (await viewer.painted(), viewer.summary))).toEqual(before);
    });
  }

  test('whose texts are gone is told when they are searched, and once', async ({ page }, info) => {
    const path = info.outputPath('texts.txt');
    writeFileSync(path, 'a ship and a port');
    await openPage(page, '<dateline-viewer></dateline-viewer><input type="file">');
    await page.locator('body > input').setInputFiles(path);
    const search = (text: string) => page.evaluate(async (text) => {
      viewer.filter = { text };
      await viewer.painted();
      return viewer.summary.shown;
    }, text);
    await page.evaluate(() => {
      const bytes = document.querySelector<HTMLInputElement>('body > input')?.files?.[0];
      return viewer.load({ format: 'columns', version: 1, length: 2, start: Float64Array.of(0, 86_400_000), text: { offsets: Uint32Array.of(0, 7, 17), bytes } });
    });
    expect(await search('ship')).toBe(1);
    writeFileSync(path, 'something else');
    expect([await search('port'), await search('sailor')]).toEqual([0, 0]);
    await expect(page.getByRole('alert')).toContainText('can no longer be read');
    const errors = await page.evaluate(() => globalThis.said.filter(({ name }) => name === 'error').map(({ detail }) => detail.code));
    expect(errors).toEqual(['file-changed']);
    const exported = () => page.evaluate(() => viewer.exportData({ format: 'csv' }).then(({ size }) => size > 0, ({ code }) => code));
    expect(await exported()).toBe('file-changed');
    await page.evaluate(() => viewer.load('- A ship left port – Reuters on 14-JAN-2021'));
    expect(await exported()).toBe(true);
  });
});

test('memory that the browser refuses is told, and what was there stays', async ({ page }) => {
  await openSample(page);
  await makeItems(page);
  const before = await page.evaluate(() => viewer.summary);
  // What an engine throws that cannot make a larger array.
  await page.workers()[0]?.evaluate(() => {
    const { encodeInto } = TextEncoder.prototype;
    let texts = 0;
    TextEncoder.prototype.encodeInto = function (text, into) {
      if (++texts > 60_000) throw new RangeError('Array buffer allocation failed');
      return encodeInto.call(this, text, into);
    };
  });
  const code = await page.evaluate(() => viewer.load(globalThis.made.file(150_000)).then(() => null, ({ code }) => code));
  expect(code).toBe('not-enough-memory');
  await expect(page.getByRole('alert')).toContainText('memory');
  expect(await page.evaluate(async () => (await viewer.painted(), viewer.summary))).toEqual(before);
});

test('an older load that is shown in part gives way to a newer one, which is dropped: the first report is there', async ({ page }) => {
  await openSample(page);
  await makeItems(page);
  await slowDisk(page);
  const before = await page.evaluate(() => viewer.summary);
  const load = () => page.evaluate(() => {
    globalThis.giveUp = new AbortController();
    globalThis.outcome = viewer.load(globalThis.made.file(150_000), { signal: globalThis.giveUp.signal }).then(({ items }) => items, ({ name }) => name);
  });
  await load();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible({ timeout: NOTICED_MS });
  const older = page.evaluate(() => outcome);
  await load();
  expect(await older).toBe('AbortError');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible({ timeout: NOTICED_MS });
  await page.evaluate(() => giveUp.abort());
  expect(await page.evaluate(() => outcome)).toBe('AbortError');
  expect(await page.evaluate(async () => (await viewer.painted(), viewer.summary))).toEqual(before);
  expect(await page.evaluate(() => viewer.sourceText().length)).toBeGreaterThan(1000);
});

test('texts in a Blob are read from it, in a worker and in the page', async ({ page }) => {
  for (const attributes of ['', 'no-worker']) {
    await openItems(page, attributes);
    const found = await page.evaluate(async () => {
      const columns = globalThis.made.columns(3000);
      columns.text.bytes = new Blob([columns.text.bytes as Uint8Array<ArrayBuffer>]) as never;
      const { items } = await viewer.load(columns);
      viewer.filter = { text: 'ship' };
      await viewer.painted();
      return { items, found: viewer.summary.items, text: (await viewer.items({ limit: 1 }))[0]?.text };
    });
    expect(found, attributes).toEqual({ items: 3000, found: 3000, text: 'Item tells of a ship' });
    expect(page.workers()).toHaveLength(attributes ? 0 : 1);
  }
});

/** Parts of a trace of the browser; times in µs, `tdur` of the processor alone. */
interface Traced {
  name: string;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/** Tasks of the page's thread, in ms of the processor: on a busy machine the clock on the wall measures others too. */
function tasks(trace: Buffer): number[] {
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: Traced[] };
  const threads = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ tid }) => tid));
  return events.filter(({ name, tid }) => name.endsWith('RunTask') && threads.has(tid)).map(({ tdur = 0 }) => tdur / 1000);
}

test('the page’s thread stays free while a million items are loaded', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await openItems(page);
  const sources = {
    columns: 'globalThis.data = globalThis.made.columns(1_000_000)',
    list: "globalThis.data = Array.from({ length: 100_000 }, (_, at) => ({ start: '2021-01-14', text: `Item ${at} tells of a ship` }))",
  };
  for (const [source, make] of Object.entries(sources)) {
    await page.evaluate(`void (${make})`);
    await browser.startTracing(page, { categories: ['toplevel'] });
    const items = await page.evaluate(async () => (await viewer.load(globalThis.data)).items);
    const found = tasks(await browser.stopTracing());
    expect(items).toBe(source === 'columns' ? 1_000_000 : 100_000);
    expect(found.filter((ms) => ms > 1).length, 'the trace has tasks').toBeGreaterThan(0);
    expect(found.filter((ms) => ms > LONG_TASK_MS), source).toEqual([]);
  }
});

test('fifty viewers that are opened and removed give everything back', async ({ page }) => {
  test.setTimeout(240_000);
  await openPage(page, '<main></main>');
  const cdp = await page.context().newCDPSession(page);
  const round = () => page.evaluate(async () => {
    const viewer = document.createElement('dateline-viewer') as typeof globalThis.viewer;
    document.querySelector('main')?.append(viewer);
    const { items } = await viewer.load(Array.from({ length: 200 }, (_, at) => ({ start: '2021-01-14', text: `Item ${at}` })));
    viewer.remove();
    await new Promise((resolve) => setTimeout(resolve));
    return items;
  });
  const held = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
    return { usedSize, nodes, jsEventListeners };
  };
  for (let time = 0; time < 5; time += 1) expect(await round()).toBe(200);
  const before = await held();
  for (let time = 0; time < 50; time += 1) expect(await round()).toBe(200);
  await expect.poll(() => page.workers().length).toBe(0);
  // The browser takes its time until nobody can reach what was removed.
  const isGivenBack = async () => {
    const { usedSize, nodes, jsEventListeners } = await held();
    return usedSize - before.usedSize < 2_000_000 && nodes - before.nodes < 200 && jsEventListeners - before.jsEventListeners < 50;
  };
  await expect.poll(isGivenBack, { timeout: NOTICED_MS }).toBe(true);
});

test('several viewers share the code that was fetched, and nothing else', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => request.url().includes('.wasm') && fetched.push(request.url()));
  await openPage(page, '<dateline-viewer></dateline-viewer><dateline-viewer></dateline-viewer><dateline-viewer></dateline-viewer>');
  const items = await page.evaluate(async () => {
    const viewers = [...document.querySelectorAll('dateline-viewer')] as (typeof viewer)[];
    await Promise.all(viewers.map((each, at) => each.load([{ start: '2021-01-14', text: `Item of viewer ${at}` }])));
    return Promise.all(viewers.map(async (each) => (await each.items()).map(({ text }) => text)));
  });
  expect(items).toEqual([['Item of viewer 0'], ['Item of viewer 1'], ['Item of viewer 2']]);
  expect(fetched).toHaveLength(1);
});

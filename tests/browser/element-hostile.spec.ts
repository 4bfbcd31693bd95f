// What nobody should do, and somebody will: calls with nonsense, calls in the wrong order, texts made to break things.
// Nothing hangs, nothing dies, nothing is lost, and what is refused is refused with code, message and remedy.

import { expect, test, type Page } from '@playwright/test';
import { listenForComplaints, ONE_ITEM, openPage, openSample, said, sampleText } from './element';

/** What came of some lines of script: the code of what was thrown, else "done"; with message and remedy. */
async function outcome(page: Page, script: string): Promise<string> {
  const result = await page.evaluate(async (lines) => {
    // The policy of these pages allows no `Function`; a module of the page's own origin would be one file a line.
    const act = (globalThis as unknown as { acts: Record<string, () => unknown> }).acts[lines];
    try {
      await act?.();
      return act ? { code: 'done', message: '-', fix: '-' } : { code: 'no such act', message: '', fix: '' };
    } catch (error) {
      const { code, message, fix, name } = error as { code?: string; message: string; fix?: string; name: string };
      return { code: code ?? name, message, fix };
    }
  }, script);
  expect(result.message, script).toBeTruthy();
  expect(result.fix, script).toBeTruthy();
  return result.code;
}

/** Makes the page's script of calls, each under its own words, so that the page keeps a strict policy. */
async function withCalls(page: Page, calls: string[]): Promise<void> {
  const body = `globalThis.acts = {${calls.map((call) => `${JSON.stringify(call)}: async () => { ${call} }`).join(',\n')}};`;
  await page.route('**/acts.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const script = document.createElement('script');
        script.type = 'module';
        script.addEventListener('load', () => resolve());
        script.addEventListener('error', reject);
        // A URL in a string is what Trusted Types forbid; this page's policy has none.
        script.src = 'acts.js';
        document.head.append(script);
      }),
  );
}

/** No Trusted Types here: the tests add a script of their own. */
const POLICY = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

const REFUSED: [call: string, code: string][] = [
  ['await viewer.setWindow("x", "y")', 'bad-date'],
  ['await viewer.setWindow(NaN, NaN)', 'bad-date'],
  ['await viewer.setWindow({}, [])', 'bad-date'],
  ['await viewer.setWindow(true, 1n)', 'bad-date'],
  ['await viewer.setWindow(Symbol("a"))', 'bad-date'],
  ['await viewer.setWindow("2022", "2021")', 'bad-range'],
  ['viewer.window = 5', 'bad-value'],
  ['viewer.filter = 5', 'bad-value'],
  ['viewer.filter = "VE"', 'bad-value'],
  ['viewer.filter = []', 'bad-value'],
  ['viewer.filter = {country: ["VE"]}', 'bad-value'],
  ['viewer.filter = {countries: "VE"}', 'bad-value'],
  ['viewer.filter = {countries: [null]}', 'bad-value'],
  ['viewer.filter = {sections: ["a"]}', 'bad-value'],
  ['viewer.filter = {sections: [1.5]}', 'bad-value'],
  ['viewer.filter = {stateMedia: "yes"}', 'bad-value'],
  ['viewer.filter = {text: 5}', 'bad-value'],
  ['viewer.filter = {text: () => 1}', 'bad-value'],
  ['viewer.filter = {from: {}}', 'bad-date'],
  ['await viewer.load(null)', 'bad-source'],
  ['await viewer.load({})', 'bad-source'],
  ['await viewer.load(Response.error())', 'network-error'],
  ['await viewer.load("x", 5)', 'bad-value'],
  ['await viewer.load("x", {name: 5})', 'bad-value'],
  ['await viewer.load("x", {signal: 5})', 'bad-value'],
  ['await viewer.load("x", {referenceDate: new Date()})', 'bad-value'],
  ['await viewer.load("x", {referenceDate: "2021-02-30"})', 'bad-date'],
  ['await viewer.load("x", {dateOrder: "abc"})', 'bad-option'],
  ['await viewer.exportImage({width: 0})', 'bad-size'],
  ['await viewer.exportImage({width: 1e9, height: 1e9})', 'bad-size'],
  ['await viewer.exportImage({width: NaN})', 'bad-size'],
  ['await viewer.exportImage({scale: Infinity})', 'bad-size'],
  ['await viewer.exportImage({width: "wide"})', 'bad-value'],
  ['await viewer.exportImage({title: 5})', 'bad-value'],
  ['await viewer.exportImage({format: "gif"})', 'bad-option'],
  ['await viewer.exportData({format: 5})', 'bad-value'],
  ['await viewer.exportData({scope: "some"})', 'bad-option'],
];

const BORNE = [
  'await viewer.setWindow(null, undefined)',
  'viewer.filter = {countries: ["RU", "RU"], outlets: [], kinds: undefined, text: null}',
  'viewer.window = null',
  'await viewer.exportData(null)',
  'await viewer.exportImage(null)',
  'await viewer.items(null)',
  'await viewer.items({offset: NaN, limit: "a"})',
  'await viewer.items({offset: -5, limit: -1})',
  'await viewer.select(null)',
  'await viewer.select([5, {}, null])',
  'await viewer.select(["no such item"])',
  'await viewer.focusItem(null)',
  'await viewer.focusItem(5)',
  'await viewer.focusItem()',
  'viewer.sourceText([NaN, -5])',
  'viewer.selection = null',
];

test('nonsense is refused with code, message and remedy, or borne; the engine lives, and nothing changes', async ({ page }) => {
  const quiet = listenForComplaints(page);
  await openSample(page, '', POLICY);
  await withCalls(page, [...REFUSED.map(([call]) => call), ...BORNE]);
  const before = await page.evaluate(() => viewer.summary);
  for (const [call, code] of REFUSED) expect(await outcome(page, call), call).toBe(code);
  expect(await page.evaluate(() => viewer.filter)).toEqual({});
  for (const call of BORNE) expect(await outcome(page, call), call).toBe('done');
  const after = await page.evaluate(async () => {
    viewer.filter = {};
    await viewer.fit();
    return { summary: viewer.summary, all: (await viewer.items({ limit: Infinity })).length };
  });
  expect(after).toEqual({ summary: before, all: before.items });
  expect((await said(page)).filter((name) => name === 'load')).toHaveLength(1);
  const died = await page.evaluate(() => globalThis.said.filter(({ detail }) => String(detail.code).startsWith('engine')));
  expect(died).toEqual([]);
  quiet();
});

test('an attribute that means nothing is said, and the next good one is taken', async ({ page }) => {
  await openSample(page);
  const codes = () => page.evaluate(() => globalThis.said.filter(({ name }) => name === 'error').map(({ detail }) => detail.code));
  const cases: [name: string, value: string, code: string][] = [
    ['reference-date', 'someday', 'bad-date'],
    ['date-order', 'xyz', 'bad-option'],
    ['from', 'x', 'bad-date'],
    ['src', 'http://[bad', 'bad-address'],
  ];
  for (const [at, [name, value, code]] of cases.entries()) {
    await page.evaluate(([name, value]) => viewer.setAttribute(name, value), [name, value] as const);
    await expect.poll(codes, { message: `${name}="${value}"` }).toHaveLength(at + 1);
    expect((await codes()).at(-1)).toBe(code);
    await page.evaluate((name) => viewer.removeAttribute(name), name);
    // The report may be dated anew, and what the attributes say of the window is looked at again after that.
    await page.evaluate(() => viewer.ready);
  }
  await page.evaluate(() => (viewer.referenceDate = '2031-03-01'));
  await expect.poll(() => page.evaluate(() => viewer.report.reference_date?.date)).toBe('2031-03-01');
});

test('attributes that change fast leave the last of them', async ({ page }) => {
  await openSample(page);
  await page.evaluate(async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      viewer.src = turn % 2 ? 'sample-report.txt' : `nowhere-${turn}.txt`;
      viewer.referenceDate = `20${10 + (turn % 20)}-03-01`;
      viewer.theme = turn % 2 ? 'dark' : 'light';
      viewer.lang = turn % 2 ? 'en' : 'es';
      if (turn % 5 === 0) await new Promise((resolve) => setTimeout(resolve, turn));
    }
  });
  await expect.poll(() => page.evaluate(() => viewer.report?.reference_date?.date)).toBe('2029-03-01');
  expect(await page.evaluate(async () => (await viewer.ready, viewer.summary.items))).toBeGreaterThan(40);
  await expect(page.locator('dateline-viewer .root')).toHaveClass(/dark/);
  await expect(page.locator('dateline-viewer .side-head')).toContainText('Items');
});

test('of many loads at once the last counts', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const result = await page.evaluate(async ([text, one]) => {
    const loads = Array.from({ length: 30 }, (_, turn) => viewer.load(turn === 29 ? one : text));
    const ends = await Promise.allSettled(loads);
    await viewer.painted();
    return { done: ends.filter(({ status }) => status === 'fulfilled').length, last: ends.at(-1)?.status, items: (await viewer.items()).length };
  }, [sampleText(), ONE_ITEM] as const);
  expect(result).toEqual({ done: 1, last: 'fulfilled', items: 1 });
});

test('an element that is taken out while it loads gives up; one that is moved about does not', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const result = await page.evaluate(async (text) => {
    await viewer.load(text);
    const gone = viewer.load(text.repeat(40)).then(() => 'done', ({ name }) => name);
    viewer.remove();
    const out = await gone;
    const [left, right] = [document.createElement('div'), document.createElement('div')];
    document.body.append(left, right);
    const moved = viewer.load(text);
    for (let turn = 0; turn < 30; turn += 1) (turn % 2 ? left : right).append(viewer);
    return { out, moved: (await moved).items, listed: (await viewer.items({ limit: 1000 })).length };
  }, sampleText());
  expect(result.out).toBe('AbortError');
  expect(result.moved).toBeGreaterThan(40);
  expect(result.listed).toBe(result.moved);
});

test('several elements on a page do not know of each other', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const found = await page.evaluate(async ([text, one]) => {
    const viewers = Array.from({ length: 6 }, () => document.createElement('dateline-viewer') as typeof viewer);
    document.body.append(...viewers);
    await Promise.all(viewers.map((other, turn) => other.load(turn % 2 ? text : one)));
    const [first, second] = viewers;
    if (first) first.filter = { kinds: ['quote'] };
    await second?.setWindow('2022-12', '2022-12');
    await Promise.all(viewers.map((other) => other.painted()));
    return viewers.map(({ summary, filter, window }) => ({ items: summary.items, filter, from: window.from }));
  }, [sampleText(), ONE_ITEM] as const);
  expect(found.map(({ items }) => items > 40)).toEqual([false, true, false, true, false, true]);
  expect(found.filter(({ filter }) => Object.keys(filter).length > 0)).toHaveLength(1);
  expect(found.filter(({ from }) => from === '2022-12-01')).toHaveLength(1);
});

test('what is asked of an element that is hidden, or has nothing yet, is there when it is shown', async ({ page }) => {
  await openPage(page, '<dateline-viewer hidden></dateline-viewer>');
  const window = () => page.evaluate(async () => (await viewer.painted(), [viewer.window?.from, viewer.window?.to]));
  await page.evaluate(async (text) => {
    await viewer.setWindow('2022-12', '2022-12');
    await viewer.load(text);
    viewer.hidden = false;
  }, sampleText());
  await expect.poll(window).toEqual(['2022-12-01', '2022-12-31']);
  await page.evaluate(async () => {
    viewer.hidden = true;
    await viewer.painted();
    await viewer.setWindow('2023-01', '2023-01');
    viewer.hidden = false;
  });
  await expect.poll(window).toEqual(['2023-01-01', '2023-01-31']);
  const width = () => page.locator('dateline-viewer canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).width);
  expect(await width()).toBeGreaterThan(300);
});

test('markup, tricks of direction and controls in a report stay words', async ({ page }) => {
  const quiet = listenForComplaints(page);
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const items = await page.evaluate(async (text) => {
    await viewer.load(text, { name: '<b>name</b>' });
    await viewer.painted();
    return viewer.items();
  }, [
    '<img src=x onerror="document.title=1">', '', '<SCRIPT>ALERT(1)</SCRIPT>', '',
    '• <img src=x onerror="document.title=1"> Iran met <b>Iraq</b> &amp; co. – <u>Reuters</u> on 10-JAN-2021',
    '• javascript:alert(1) Iran\u202e – \u202eReuters on 11-JAN-2021',
    '• Iran \ud800 and \0 Peru. – \u0627\u0644\u062c\u0632\u064a\u0631\u0629 on 12-JAN-2021', '',
  ].join('\n'));
  expect(items).toHaveLength(3);
  for (const { id } of items) {
    await page.evaluate((id) => viewer.focusItem(id), id);
    await expect(page.getByRole('article')).toBeVisible();
    await page.getByRole('button', { name: 'Show in report' }).first().click();
    await expect(page.locator('dateline-viewer .report mark')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  const inside = page.locator('dateline-viewer :is(img, script, b, u, iframe, a)');
  expect(await inside.count()).toBe(0);
  expect(await page.title()).toBe('The element alone');
  quiet();
});

/** Texts that take time where care is not taken: what they are, and what must come of them. */
const HUGE: { what: string; make: (page: Page) => Promise<unknown>; items: number }[] = [
  { what: 'one line of 20 MB', items: 0, make: (page) => page.evaluate(() => void Object.assign(globalThis, { huge: 'word '.repeat(4e6) })) },
  {
    what: 'one bullet of 8 MB that names a country in every word',
    items: 1,
    make: (page) => page.evaluate(() => void Object.assign(globalThis, { huge: `• ${'Iran '.repeat(1.6e6)}– Reuters on 10-JAN-2021` })),
  },
  {
    what: '50,000 bullets',
    items: 50_000,
    make: (page) =>
      page.evaluate(() => {
        const bullet = (at: number) => `• Iran and Peru met ${at}. – Outlet ${at % 5000} on 1${at % 10}-JAN-${1990 + (at % 30)}`;
        Object.assign(globalThis, { huge: `A LIST\n\n${Array.from({ length: 50_000 }, (_, at) => bullet(at)).join('\n')}` });
      }),
  },
  {
    what: '3,000 headings',
    items: 3000,
    make: (page) =>
      page.evaluate(() => {
        const section = (at: number) => `HEADING ${at}\n\n• Iran and Iraq met. – Reuters on 10-JAN-2021\n`;
        Object.assign(globalThis, { huge: Array.from({ length: 3000 }, (_, at) => section(at)).join('\n') });
      }),
  },
];

for (const { what, make, items } of HUGE) {
  test(`${what}: is read, explored, and gives way to the next report`, async ({ page }) => {
    test.setTimeout(120_000);
    await openPage(page, '<dateline-viewer></dateline-viewer>');
    await make(page);
    const found = await page.evaluate(async (one) => {
      const { huge } = globalThis as unknown as { huge: string };
      const summary = await viewer.load(huge);
      await viewer.setWindow('2021-01-01', '2021-01-20');
      await viewer.fit();
      const first = viewer.shadowRoot?.querySelector<HTMLElement>('.entry')?.dataset.id;
      if (first !== undefined && !(await viewer.focusItem(first))) throw new Error('The first item cannot be opened.');
      await viewer.painted();
      return { items: summary.items, next: (await viewer.load(one)).items };
    }, ONE_ITEM);
    expect(found).toEqual({ items, next: 1 });
    expect(await said(page)).not.toContain('error');
  });
}

test('remarks by the thousand are not all put into the panel', async ({ page }) => {
  await openPage(page, '<dateline-viewer></dateline-viewer>');
  const count = await page.evaluate(async () => {
    await viewer.load(`A LIST\n\n${'• Iran met Iraq on 31-FEB. – Reuters on 10-JAN-2021\n'.repeat(3000)}`);
    return viewer.diagnostics.length;
  });
  expect(count).toBeGreaterThanOrEqual(3000);
  await page.getByRole('button', { name: /remarks on the text/ }).click();
  const shown = page.locator('dateline-viewer .remarks li');
  await expect(shown.first()).toBeVisible();
  expect(await shown.count()).toBeLessThanOrEqual(101);
  await expect(page.locator('dateline-viewer .remarks')).toContainText(/more/);
});

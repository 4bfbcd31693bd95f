// Where the names of countries come from: a table beside the wasm, a table of the page's own, and packs of languages.

import { expect, test, type Page } from '@playwright/test';
import { openPage, STRICT } from './element';

const TABLE = '**/assets/table-*.txt';
const TEXT = 'NORTH\n\n• Norway left Atlantis. – Reuters on 10-JAN-2023\n';

async function codes(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await viewer.ready;
    return viewer.summary.countries.map(({ code }) => code);
  });
}

async function errors(page: Page): Promise<string[]> {
  return page.evaluate(() => globalThis.said.filter(({ name }) => name === 'error').map(({ detail }) => String(detail.code)));
}

test('the table is fetched beside the wasm, at the same time, under a strict policy', async ({ page }) => {
  const begun: string[] = [];
  page.on('request', (request) => begun.push(request.url().replace(/.*\/|-[\w-]{8}(?=\.)/g, '')));
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await openPage(page, `<dateline-viewer>${TEXT}</dateline-viewer>`, STRICT);
  await expect.poll(() => begun).toContain('table.txt');
  release();
  expect(await codes(page)).toEqual(['NO']);
  expect(begun.filter((name) => name === 'table.txt')).toHaveLength(1);
});

const HTML = '<!doctype html>\n<title>Sign in</title>\n';
for (const [what, body] of [['a page', () => HTML], ['nothing', () => ''], ['half of it', (all: string) => all.slice(0, all.length / 2)]] as const) {
  test(`${what} in place of the table is no table`, async ({ page }) => {
    await page.route(TABLE, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ status: 200, body: body(await response.text()) });
    });
    await openPage(page, `<dateline-viewer>${TEXT}</dateline-viewer>`);
    await expect.poll(() => errors(page)).toEqual(['names-missing']);
    await expect(page.locator('dateline-viewer [role="alert"]').first()).toContainText('no such file, or a part of it');
    await page.unroute(TABLE);
    await page.evaluate((text) => viewer.load(text), TEXT);
    expect(await codes(page)).toEqual(['NO']);
  });
}

test('an address that is none is a table that is missing', async ({ page }) => {
  await openPage(page, `<dateline-viewer names-src="http://[">${TEXT}</dateline-viewer>`);
  await expect.poll(() => errors(page)).toEqual(['names-missing']);
});

for (const answer of ['none', '404']) {
  test(`without the table (${answer}) the text stays readable, and the error says what to do`, async ({ page }) => {
    await page.route(TABLE, (route) => (answer === 'none' ? route.abort() : route.fulfill({ status: 404 })));
    await openPage(page, `<dateline-viewer>${TEXT}</dateline-viewer>`);
    await expect.poll(() => errors(page)).toEqual(['names-missing']);
    await expect(page.locator('dateline-viewer')).toContainText('Norway left Atlantis.');
    await expect(page.locator('dateline-viewer [role="alert"]').first()).toContainText('The names of countries could not be loaded');
    const thrown = await page.evaluate((text) => viewer.load(text).catch((error: { code: string; fix: string }) => `${error.code}: ${error.fix}`), TEXT);
    expect(thrown).toContain('names-missing: Check that the .txt files are served');
    await page.unroute(TABLE);
    await page.evaluate((text) => viewer.load(text), TEXT);
    expect(await codes(page)).toEqual(['NO']);
  });
}

test('a page may give a table of its own', async ({ page }) => {
  await page.route('**/own.txt', (route) => route.fulfill({ body: '= XK\nn atlantis\n' }));
  await openPage(page, `<dateline-viewer names-src="own.txt">${TEXT}</dateline-viewer>`);
  expect(await codes(page)).toEqual(['XK']);
});

const GERMAN = `NORDEN

• Die Minister von Norwegen und Schweden haben sich in der Hauptstadt mit dem Rat getroffen. – dpa on 10-JAN-2023
`;

test('a report in another language brings its names, and a page may ask for more', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url().replace(/.*\//, '')));
  const packs = () => fetched.filter((name) => /^[a-z]{2}-.*txt$/.test(name)).map((name) => name.slice(0, 2));
  await openPage(page, `<dateline-viewer>${TEXT}</dateline-viewer>`);
  expect(await codes(page)).toEqual(['NO']);
  expect(packs()).toEqual([]);
  await page.evaluate((text) => viewer.load(text), GERMAN);
  expect(await codes(page)).toEqual(['NO', 'SE']);
  expect(packs()).toEqual(['de']);
  await page.evaluate((text) => viewer.load(text), TEXT.replace('Norway', 'La Norvège'));
  expect(await codes(page)).toEqual([]);
  await page.evaluate(() => viewer.setAttribute('country-languages', 'fr'));
  await expect.poll(() => codes(page)).toEqual(['NO']);
  expect(packs()).toEqual(['de', 'fr']);
  expect(await errors(page)).toEqual([]);
});

test('names in another language are for the report that is read with them, and forgotten after it', async ({ page }) => {
  const other = TEXT.replace('Norway', 'Deutschland');
  await openPage(page, `<dateline-viewer>${TEXT}</dateline-viewer>`);
  await page.evaluate((text) => viewer.load(text), GERMAN);
  expect(await codes(page)).toEqual(['NO', 'SE']);
  await page.evaluate((text) => viewer.load(text), other);
  expect(await codes(page)).toEqual([]);
  await page.evaluate(() => viewer.setAttribute('country-languages', 'de'));
  await expect.poll(() => codes(page)).toEqual(['DE']);
  await page.evaluate((text) => viewer.load(text), TEXT);
  expect(await codes(page)).toEqual(['NO']);
  await page.evaluate((text) => viewer.load(text), other);
  expect(await codes(page)).toEqual(['DE']);
  await page.evaluate(() => viewer.removeAttribute('country-languages'));
  await expect.poll(() => codes(page)).toEqual([]);
});

test('names in another language that cannot be had are told, and the report is read all the same', async ({ page }) => {
  await page.route('**/assets/fr-*.txt', (route) => route.abort());
  await openPage(page, `<dateline-viewer country-languages="fr">${TEXT}</dateline-viewer>`);
  expect(await codes(page)).toEqual(['NO']);
  expect(await errors(page)).toEqual(['names-missing']);
});

test('a language without names of countries is told, and the report is read all the same', async ({ page }) => {
  await openPage(page, `<dateline-viewer country-languages="tlh en constructor __proto__">${TEXT}</dateline-viewer>`);
  expect(await codes(page)).toEqual(['NO']);
  expect(await errors(page)).toEqual(['no-names', 'no-names', 'no-names']);
});

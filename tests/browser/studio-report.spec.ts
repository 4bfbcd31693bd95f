// The figures of a real report, opened by its file and read through the element's `summary`.

import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { dropFile, openStudio, realReport, referenceButton, reportName, searchField, summary } from './studio';

const REPORT = '003_060ebdb8bf348bbd.txt';
const NAME = 'VRIC Monitor No. 18';

/** Everything but passages, which prose yields beside the counted kinds. */
const COUNTED = ['report', 'action', 'reading', 'quote'];

const SECTIONS = [
  'OVERVIEW',
  'MUST READS',
  'TRUMP ADMINISTRATION ON VENEZUELA',
  'Venezuela',
  'THE BOLIVARIAN NETWORK',
  'ALEX SAAB CASE',
  'Russia',
  'Iran',
  'HEZBOLLAH',
  'THE NISMAN/AMIA CASE',
  'TURKEY',
  'QATAR',
  'China',
  'ILLEGAL FISHING',
  'VRIC MEDICAL DIPLOMACY',
];

/** The counts of some names, as a record. */
function pick<Entry extends { items: number }>(entries: Entry[], key: keyof Entry, names: string[]) {
  const found = new Map(entries.map((entry) => [String(entry[key]), entry.items]));
  return Object.fromEntries(names.map((name) => [name, found.get(name)]));
}

async function choose(page: Page): Promise<void> {
  const path = realReport(REPORT);
  await openStudio(page);
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await (await asked).setFiles(path);
  // Firefox compiles the engine for seconds before it reads.
  await expect(reportName(page)).toHaveText(NAME, { timeout: 20_000 });
}

test('all items of the report, by kind', async ({ page }) => {
  await choose(page);
  const all = await summary(page);
  const { passage = 0, ...kinds } = all.kinds;
  expect(kinds).toEqual({ report: 102, action: 10, reading: 10, quote: 4 });
  expect(all.items).toBe(126 + passage);
  expect(await summary(page, { kinds: COUNTED })).toMatchObject({ items: 126, shown: 126, dated: 106, undated: 20 });
});

test('its reports by month, outlet, state media and language', async ({ page }) => {
  await choose(page);
  const reports = await summary(page, { kinds: ['report'] });
  expect(reports).toMatchObject({ items: 102, dated: 102, undated: 0, first: '2020-11-21', last: '2021-01-14' });
  expect(reports.months).toEqual([
    { month: '2020-11', items: 3 },
    { month: '2020-12', items: 75 },
    { month: '2021-01', items: 24 },
  ]);
  expect(reports.stateMedia).toMatchObject({ items: 23, of: 102 });
  expect(reports.outlets.filter(({ items }) => items > 0)).toHaveLength(54);
  const outlets = {
    'Reuters': 16, 'Prensa Latina': 7, 'Bloomberg': 6, 'Infobae': 5, 'Gulf Times': 5, 'Wall Street Journal': 4, 'Twitter': 2,
  };
  expect(pick(reports.outlets, 'name', Object.keys(outlets))).toEqual(outlets);
  expect(pick(reports.languages, 'code', ['es'])).toEqual({ es: 15 });
  expect(pick((await summary(page, { kinds: COUNTED })).languages, 'code', ['es'])).toEqual({ es: 16 });
});

test('its sections in order, the lost headings inferred', async ({ page }) => {
  await choose(page);
  const { sections } = await summary(page);
  expect(sections.map(({ title }) => title)).toEqual(SECTIONS);
  const inferred = sections.filter((section) => section.inferred).map(({ title }) => title);
  expect(inferred).toEqual(['Venezuela', 'Russia', 'Iran', 'China']);
});

test('the head of the page says what is open, and what dates are read from', async ({ page }) => {
  await choose(page);
  await expect(page).toHaveTitle(`${NAME} · Dateline`);
  await expect(page.locator('header .period')).toHaveText('reports 21 Nov 2020 – 14 Jan 2021');
  await expect(referenceButton(page)).toContainText('Reference date 14 Jan 2021');
  await expect(referenceButton(page)).toContainText('inferred: latest day that the report itself proves');
  const { items } = await summary(page);
  await expect(searchField(page)).toHaveAttribute('placeholder', `Search ${items} items`);
});

test('dropped, the report gives the same', async ({ page }) => {
  const text = readFileSync(realReport(REPORT), 'utf8');
  await openStudio(page);
  await dropFile(page, REPORT, text);
  await expect(reportName(page)).toHaveText(NAME);
  expect(await summary(page, { kinds: ['report'] })).toMatchObject({ items: 102, first: '2020-11-21', last: '2021-01-14' });
});

// Exports, saved and read again: pictures of the size asked for, data with every row; and the code for embedding.

import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { dropFile, openStudio, reportName, searchField, setReferenceDate, SMALL_NAME, SMALL_REPORT, summary } from './studio';

const CSV_HEADER =
  'id,kind,start,end,date_precision,date_basis,date_expression,date_why,outlet,byline,label,language,state_media,section,' +
  'countries,text,document,line,span_start,span_end';

const PNG_SIGNATURE = '89504e470d0a1a0a';

async function openExport(page: Page): Promise<void> {
  await openStudio(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
}

async function save(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save / }).click();
  const download = await started;
  const name = download.suggestedFilename();
  await expect(page.getByText(`Saved as ${name}`)).toBeVisible();
  return { name, bytes: readFileSync(await download.path()) };
}

function radio(page: Page, name: string) {
  return page.getByRole('radio', { name, exact: true });
}

function sizeOf(png: Buffer): [width: number, height: number] {
  expect(png.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Rows of a CSV file by RFC 4180. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',' && end !== '') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

test('a PNG has the size and scale asked for, and a name that says what it is', async ({ page }) => {
  await openExport(page);
  await expect(page.getByRole('img', { name: 'Preview of the exported image' })).toBeVisible();
  const landscape = await save(page);
  expect(sizeOf(landscape.bytes)).toEqual([3200, 1800]);
  expect(landscape.name).toMatch(/^corridor-monitor-no-7_both_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d\.png$/);

  await page.getByLabel('Size').selectOption({ label: 'Social card, 1200 × 675' });
  await radio(page, '1×').check();
  await radio(page, 'Countries').check();
  await radio(page, 'Dark').check();
  const social = await save(page);
  expect(sizeOf(social.bytes)).toEqual([1200, 675]);
  expect(social.name).toContain('_countries_');
  expect(social.bytes.equals(landscape.bytes)).toBe(false);

  await page.getByLabel('Size').selectOption({ label: 'Other size' });
  await page.getByLabel('Width').fill('640');
  await page.getByLabel('Height').fill('480');
  await radio(page, '3×').check();
  expect(sizeOf((await save(page)).bytes)).toEqual([1920, 1440]);
});

test('an SVG is well-formed, has its title and real text', async ({ page, context }) => {
  await openExport(page);
  await radio(page, 'SVG').check();
  await page.getByLabel('Title', { exact: true }).fill('Three <corridors> & one winter');
  const { name, bytes } = await save(page);
  expect(name).toMatch(/^corridor-monitor-no-7_both_.*\.svg$/);
  const blank = await context.newPage();
  const svg = await blank.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = parsed.documentElement;
    return {
      errors: parsed.querySelectorAll('parsererror').length,
      root: root.nodeName,
      width: root.getAttribute('width'),
      title: root.querySelector('title')?.textContent ?? '',
      desc: root.querySelector('desc')?.textContent ?? '',
      texts: [...root.querySelectorAll('text')].map((each) => each.textContent).join('\n'),
      scripts: root.querySelectorAll('script, foreignObject, corridors').length,
    };
  }, bytes.toString('utf8'));
  expect(svg).toMatchObject({ errors: 0, root: 'svg', width: '1600', scripts: 0 });
  expect(svg.title).toContain('Three <corridors> & one winter');
  expect(svg.desc).not.toBe('');
  expect(svg.texts).toContain('Three <corridors> & one winter');
  expect(svg.texts).toContain('Ukraine');
});

test('CSV holds what passes the filters, or everything', async ({ page }) => {
  await openStudio(page);
  const all = await summary(page);
  await searchField(page).fill('tanks');
  await expect.poll(async () => (await page.evaluate(() => viewer.summary)).items).toBeLessThan(all.items);
  const found = await page.evaluate(() => viewer.summary.items);
  expect(found).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await radio(page, 'Data').check();
  const filtered = await save(page);
  expect(filtered.name).toMatch(/^corridor-monitor-no-7_items_.*\.csv$/);
  const rows = rowsOf(filtered.bytes.toString('utf8').replace(/^\ufeff/, ''));
  expect(rows[0]?.join(',')).toBe(CSV_HEADER);
  expect(rows).toHaveLength(1 + found);
  for (const row of rows) expect(row).toHaveLength(CSV_HEADER.split(',').length);

  await page.getByRole('radio', { name: /^All of them/ }).check();
  expect(rowsOf((await save(page)).bytes.toString('utf8'))).toHaveLength(1 + all.items);
});

test('JSON holds the report, its items and the remarks', async ({ page }) => {
  await openExport(page);
  await radio(page, 'Data').check();
  await radio(page, 'JSON').check();
  const { name, bytes } = await save(page);
  expect(name).toMatch(/\.json$/);
  const data = JSON.parse(bytes.toString('utf8')) as { report: { number: string }; items: unknown[]; diagnostics: unknown[] };
  expect(data.report.number).toBe('7');
  expect(data.items).toHaveLength((await summary(page)).items);
  expect(Array.isArray(data.diagnostics)).toBe(true);
});

test('a picture goes to the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExport(page);
  await page.getByRole('button', { name: 'Copy image' }).click();
  await expect(page.getByText('The image is in the clipboard')).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(types).toContain('image/png');
});

test('the code for embedding shows the same report in a page of its own', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStudio(page);
  await dropFile(page, 'harbour.txt', SMALL_REPORT);
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  await setReferenceDate(page, '2025-03-01');
  await expect(page.locator('.reference')).toContainText('set by you');
  const expected = await summary(page);

  await page.getByRole('button', { name: 'Embed', exact: true }).click();
  await expect(page.getByLabel('Code to paste into a page')).toHaveValue(/src="harbour\.txt" reference-date="2025-03-01"/);
  await radio(page, 'In the page').check();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());

  await page.route('**/embedding.html', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><title>Embedding</title>${code}` }),
  );
  await page.goto('embedding.html');
  await page.waitForFunction(() => customElements.get('dateline-viewer') !== undefined);
  const embedded = await page.evaluate(async () => {
    const element = document.querySelector('dateline-viewer') as typeof viewer;
    await element.ready;
    return element.summary;
  });
  expect(embedded).toEqual(expected);
});

// Files of items in the studio: opened and dropped as reports are, with a way back and forth.

import { expect, test, type Page } from '@playwright/test';
import { listenForComplaints } from './element';
import { dropFile, openStudio, referenceButton, reportName, searchField, summary, toast } from './studio';

const SAMPLE_NAME = 'Corridor Monitor No. 7';
const CSV = 'date,text,country,source\n2021-01-14,A ship left,VE,Reuters\n2021-02-01,It came back,GY,EFE\n,Nobody knows when,FR,\n';
const NDJSON = '{"date":"2022-03-01","text":"A quay was opened"}\n{"date":"2022-03-02","text":"It was closed"}\n';

async function undo(page: Page, word: 'Undo' | 'Redo'): Promise<void> {
  await toast(page).getByRole('button', { name: word }).click();
}

test('a table that is dropped takes the place of the sample; undo and redo go back and forth', async ({ page }) => {
  const quiet = listenForComplaints(page);
  await openStudio(page);
  const before = await summary(page);
  await dropFile(page, 'ships.csv', CSV);
  await expect(toast(page)).toContainText(`in place of ${SAMPLE_NAME}`);
  await expect(reportName(page)).toHaveText('ships.csv');
  expect(await summary(page)).toMatchObject({ items: 3, dated: 2, undated: 1 });
  await expect(referenceButton(page)).toHaveCount(0);

  await dropFile(page, 'quays.ndjson', NDJSON);
  await expect(reportName(page)).toHaveText('quays.ndjson');
  expect((await summary(page)).items).toBe(2);
  await undo(page, 'Undo');
  await expect(reportName(page)).toHaveText('ships.csv');
  await expect.poll(async () => (await summary(page)).items).toBe(3);
  await page.keyboard.press('Control+z');
  await expect(reportName(page)).toHaveText(SAMPLE_NAME);
  await expect(referenceButton(page)).toBeVisible();
  expect(await summary(page)).toEqual(before);
  await page.keyboard.press('Control+Shift+Z');
  await expect(reportName(page)).toHaveText('ships.csv');
  quiet();
});

test('items are searched, opened and exported as those of a report', async ({ page }) => {
  await openStudio(page);
  await dropFile(page, 'ships.csv', CSV);
  await expect(reportName(page)).toHaveText('ships.csv');
  await searchField(page).fill('came');
  await expect.poll(() => page.evaluate(() => viewer.summary.items)).toBe(1);
  await page.getByRole('button', { name: /It came back/ }).first().click();
  const detail = page.getByRole('article');
  await expect(detail).toContainText('It came back');
  await expect(detail).toContainText('Guyana');
  await expect(detail.getByRole('button', { name: 'Show in report' })).toHaveCount(0);
  const csv = await page.evaluate(async () => (await viewer.exportData({ format: 'csv', scope: 'filtered' })).text());
  expect(csv.split('\r\n').filter(Boolean)).toHaveLength(2);
  expect(csv).toContain('It came back');
});

test('a file without items says so, and what is open stays', async ({ page }) => {
  await openStudio(page);
  await dropFile(page, 'numbers.csv', 'a,b\n1,2\n');
  await expect(page.getByRole('alert').filter({ hasText: 'numbers.csv' })).toContainText('names no known field: a, b');
  await expect(reportName(page)).toHaveText(SAMPLE_NAME);
});

test('in Spanish too', async ({ page }) => {
  await openStudio(page);
  await page.evaluate(() => (document.documentElement.lang = 'es'));
  await page.evaluate(() => viewer.setAttribute('lang', 'es'));
  await dropFile(page, 'ships.csv', `${CSV}14/01/2021,B,Venezuela,X\n`);
  await expect.poll(async () => (await summary(page)).items).toBe(4);
  await page.getByRole('button', { name: /observaciones/ }).click();
  await expect(page.locator('dateline-viewer .remarks')).toContainText('1 × fechas que no se pueden leer; esas entradas quedan sin fecha; el primero: 14/01/2021');
  await expect(page.locator('dateline-viewer .remarks')).toContainText('línea 5');
});

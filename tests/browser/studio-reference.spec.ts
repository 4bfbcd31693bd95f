// The reference date: shown with its reason, changed, undone, and given back to the report.

import { expect, test, type Page } from '@playwright/test';
import { dropFile, openStudio, referenceButton, reportName, searchField, setReferenceDate, SMALL_NAME, SMALL_REPORT, summary, toast } from './studio';

/** First and last day of what is shown, without touching the filter. */
function days(page: Page) {
  return page.evaluate(async () => {
    await viewer.painted();
    const { first, last } = viewer.summary as unknown as { first: string; last: string };
    return [first, last];
  });
}

const OWN = ['2022-12-12', '2023-02-04'];
/** 12-DEC-2022 has its year written; 10-JAN and 04-FEB are read from the reference date. */
const MOVED = ['2022-12-12', '2025-02-04'];

async function openSmall(page: Page): Promise<void> {
  await openStudio(page);
  await dropFile(page, 'harbour.txt', SMALL_REPORT);
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  expect(await days(page)).toEqual(OWN);
}

test('another reference date dates what has no year anew; undo and redo lead to and fro', async ({ page }) => {
  await openSmall(page);
  await expect(referenceButton(page)).toContainText('inferred');
  await setReferenceDate(page, '2025-03-01');
  await expect(toast(page)).toContainText('Reference date changed to 1 Mar 2025');
  await expect(referenceButton(page)).toContainText('1 Mar 2025 · set by you');
  expect(await days(page)).toEqual(MOVED);
  await expect(page.locator('header .period')).toHaveText('reports 12 Dec 2022 – 4 Feb 2025');

  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(referenceButton(page)).toContainText('10 Jan 2023');
  expect(await days(page)).toEqual(OWN);
  await page.keyboard.press('Control+Shift+Z');
  await expect(referenceButton(page)).toContainText('1 Mar 2025');
  expect(await days(page)).toEqual(MOVED);
});

test('the report’s own date comes back by a button', async ({ page }) => {
  await openSmall(page);
  await referenceButton(page).click();
  await expect(page.getByRole('button', { name: 'Use the report’s own' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await setReferenceDate(page, '2025-03-01');
  await expect(referenceButton(page)).toContainText('set by you');
  await referenceButton(page).click();
  await page.getByRole('button', { name: 'Use the report’s own' }).click();
  await expect(referenceButton(page)).toContainText('10 Jan 2023 · inferred');
  expect(await days(page)).toEqual(OWN);
});

test('text and filter stay, and the next report has its own date', async ({ page }) => {
  await openSmall(page);
  await searchField(page).fill('Finland');
  await expect.poll(async () => (await page.evaluate(() => viewer.summary)).items).toBe(1);
  await setReferenceDate(page, '2025-03-01');
  await expect(referenceButton(page)).toContainText('set by you');
  await expect(searchField(page)).toHaveValue('Finland');
  expect(await days(page)).toEqual(['2025-01-10', '2025-01-10']);
  expect((await summary(page)).kinds).toMatchObject({ report: 3 });

  await dropFile(page, 'again.txt', `${SMALL_REPORT}\n`);
  await expect(referenceButton(page)).toContainText('10 Jan 2023 · inferred');
});

test('a day that cannot be is not taken', async ({ page }) => {
  await openSmall(page);
  await referenceButton(page).click();
  await page.getByLabel('Reference date', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(page.getByLabel('Reference date', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(referenceButton(page)).toContainText('10 Jan 2023');
});

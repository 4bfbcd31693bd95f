// Corrections in the studio: kept for the next visit, undone and redone, saved to a file and taken from one.

import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { dropFile, openStudio, setReferenceDate, SMALL_NAME, SMALL_REPORT, referenceButton, reportName, toast } from './studio';

test.use({ viewport: { width: 1440, height: 920 } });

async function openSmall(page: Page): Promise<void> {
  await openStudio(page);
  await dropFile(page, 'small.txt', SMALL_REPORT);
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  await page.evaluate(() => viewer.ready);
}

async function addPeru(page: Page): Promise<void> {
  await page.locator('dateline-viewer .entry', { hasText: 'Luleå' }).getByRole('button').click();
  await page.getByRole('combobox', { name: 'Add a country' }).fill('peru');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Peru added to the item');
}

async function codes(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await viewer.painted();
    return viewer.summary.countries.map(({ code }) => code);
  });
}

async function openCorrections(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.locator('label', { hasText: /^Corrections$/ }).click();
}

test('a correction is undone and redone, and outlives a reload and another reference date', async ({ page }) => {
  await openSmall(page);
  await addPeru(page);
  expect(await codes(page)).toContain('PE');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page)).toContainText('The corrections are as they were');
  expect(await codes(page)).not.toContain('PE');
  await toast(page).getByRole('button', { name: 'Redo' }).click();
  expect(await codes(page)).toContain('PE');
  await setReferenceDate(page, '2023-03-01');
  await expect(toast(page)).toContainText('Reference date changed');
  expect(await codes(page)).toContain('PE');
  await page.reload();
  await openSmall(page);
  expect(await codes(page)).toContain('PE');
  const stored = await page.evaluate(() => JSON.stringify(localStorage));
  expect(stored).not.toMatch(/harbour|ports|luleå/i);
});

test('corrections go to a file, and come back from it into a report that lacks them', async ({ page }) => {
  await openSmall(page);
  await addPeru(page);
  await openCorrections(page);
  await expect(page.getByRole('dialog')).toContainText('1 correction');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save JSON' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('harbour-monitor-no-3_corrections.json');
  const text = readFileSync(await saved.path(), 'utf8');
  expect(JSON.parse(text).corrections).toMatchObject([{ code: 'PE', action: 'add' }]);
  await page.getByRole('button', { name: 'Take all back' }).click();
  expect(await codes(page)).not.toContain('PE');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import corrections…' }).click();
  await (await choosing).setFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(toast(page)).toContainText('1 correction imported');
  expect(await codes(page)).toContain('PE');
});

test('the language in which countries are named is a choice, and is kept', async ({ page }) => {
  await openStudio(page);
  await dropFile(page, 'small.txt', SMALL_REPORT.replace('Denmark', 'Dänemark'));
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  expect(await codes(page)).not.toContain('DK');
  await referenceButton(page).click();
  await page.getByLabel('Countries are also named in').selectOption('German');
  await expect.poll(() => codes(page)).toContain('DK');
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  await page.reload();
  await openStudio(page);
  await dropFile(page, 'small.txt', SMALL_REPORT.replace('Denmark', 'Dänemark'));
  await expect.poll(() => codes(page)).toContain('DK');
});

test('a file without corrections says so, and changes nothing', async ({ page }) => {
  await openSmall(page);
  await addPeru(page);
  for (const [content, told] of [['no JSON', 'not JSON'], ['{"items":[]}', 'not a list'], ['[{"item":"a","code":"ZZ","action":"add"}]', 'no country’s code']]) {
    await page.getByRole('button', { name: 'More ways to open a report' }).click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import corrections…' }).click();
    await (await choosing).setFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(content ?? '') });
    await expect(page.getByRole('alert').filter({ hasText: told ?? '' })).toBeVisible();
    expect(await codes(page)).toContain('PE');
  }
});

test('in the dialog, what is wrong with a file is told beside the button, until one is imported', async ({ page }) => {
  await openSmall(page);
  await openCorrections(page);
  const outcome = page.getByRole('dialog').locator('.outcome');
  const files = [['no JSON', 'not JSON. Choose a file'], ['[{"item":"a","code":"ZZ","action":"add"}]', 'no country’s code. Write'], ['[{"item":"a","code":"PE","action":"add"}]', '']];
  for (const [content, told] of files) {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import corrections…' }).click();
    await (await choosing).setFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(content ?? '') });
    if (told) await expect(outcome).toContainText(told);
    else await expect(outcome).toBeEmpty();
    await expect(page.locator('.banner')).toHaveCount(0);
  }
  await expect(page.getByRole('dialog')).toContainText('1 correction');
});

test('an undo of a correction says so, also after another report was open', async ({ page }) => {
  await openSmall(page);
  await addPeru(page);
  await dropFile(page, 'other.txt', SMALL_REPORT.replace('No. 3', 'No. 4'));
  await expect(reportName(page)).toHaveText('Harbour Monitor No. 4');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toContainText('The corrections are as they were');
  expect(await codes(page)).not.toContain('PE');
  await toast(page).getByRole('button', { name: 'Redo' }).click();
  await expect(toast(page)).toContainText('The corrections are as they were');
  expect(await codes(page)).toContain('PE');
});

test('kept corrections that were damaged never stand in the way: what is sound counts, the rest is told', async ({ page }) => {
  await openSmall(page);
  await addPeru(page);
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('dateline-corrections') ?? '[]');
    kept[0][1].push(null, 5, { item: 'a', code: 'ZZ', action: 'add' });
    localStorage.setItem('dateline-corrections', JSON.stringify(kept));
  });
  await page.reload();
  await openSmall(page);
  await expect(toast(page)).toContainText('3 kept corrections were damaged');
  await expect(page.locator('.banner')).toHaveCount(0);
  expect(await codes(page)).toContain('PE');
});

test('the choice of languages says which one the report brought', async ({ page }) => {
  await openStudio(page);
  await dropFile(page, 'de.txt', `NORDEN

• Die Minister von Norwegen und Schweden haben sich in der Hauptstadt mit dem Rat getroffen. – dpa on 10-JAN-2023
`);
  await expect.poll(() => codes(page)).toEqual(['NO', 'SE']);
  await referenceButton(page).click();
  await expect(page.getByLabel('Countries are also named in').locator('option').first()).toHaveText('English, Spanish, and for this report German');
});

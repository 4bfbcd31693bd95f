// The ways to open a report, and what happens to the one that was there.

import { expect, test, type Page } from '@playwright/test';
import {
  dropFile, openStudio, paste, reportName, searchField, SMALL_NAME, SMALL_REPORT, summary, toast,
} from './studio';

const SAMPLE_NAME = 'Corridor Monitor No. 7';

function openMenu(page: Page) {
  return page.getByRole('button', { name: 'More ways to open a report' }).click();
}

/** What the viewer shows: for telling whether anything changed. */
function shown(page: Page) {
  return page.evaluate(async () => {
    await viewer.painted();
    const { summary, filter, window, report } = viewer;
    return { summary, filter, window, report };
  });
}

test('a file that is dropped takes the place of the sample, and undo brings it back as it was', async ({ page }) => {
  await openStudio(page);
  await searchField(page).fill('Finland');
  await expect.poll(async () => (await shown(page)).filter).toMatchObject({ text: 'Finland' });
  await page.evaluate(() => viewer.setWindow('2022-12', '2022-12'));
  const before = await shown(page);

  await dropFile(page, 'harbour.txt', SMALL_REPORT);
  await expect(toast(page)).toContainText(`Opened ${SMALL_NAME} in place of ${SAMPLE_NAME}`);
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  await expect(searchField(page)).toHaveValue('');
  expect((await summary(page)).kinds).toMatchObject({ report: 3 });

  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(reportName(page)).toHaveText(SAMPLE_NAME);
  await expect(searchField(page)).toHaveValue('Finland');
  expect(await shown(page)).toEqual(before);

  await toast(page).getByRole('button', { name: 'Redo' }).click();
  await expect(reportName(page)).toHaveText(SMALL_NAME);
});

test('text that is pasted outside of a field is opened; inside of one it is not', async ({ page }) => {
  await openStudio(page);
  await searchField(page).focus();
  await paste(page, SMALL_REPORT);
  await expect(reportName(page)).toHaveText(SAMPLE_NAME);
  await searchField(page).blur();
  await paste(page, SMALL_REPORT);
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  await page.keyboard.press('Control+z');
  await expect(reportName(page)).toHaveText(SAMPLE_NAME);
  await page.keyboard.press('Control+Shift+Z');
  await expect(reportName(page)).toHaveText(SMALL_NAME);
});

test('the dialog for text opens what was written in it, and asks for something', async ({ page }) => {
  await openStudio(page);
  await openMenu(page);
  await page.getByRole('button', { name: 'Paste text…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a report’s text' });
  await dialog.getByRole('button', { name: 'Open text' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Paste or write some text first.');
  await dialog.getByRole('textbox').fill(SMALL_REPORT);
  await dialog.getByRole('button', { name: 'Open text' }).click();
  await expect(dialog).toBeHidden();
  await expect(reportName(page)).toHaveText(SMALL_NAME);
});

test('of several files the first is opened, and that is said', async ({ page }) => {
  await openStudio(page);
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    for (const name of ['a.txt', 'b.txt']) dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, SMALL_REPORT);
  await expect(toast(page)).toContainText('Only the first of 2 files was opened');
});

test('while something is dragged over the page, it says so', async ({ page }) => {
  await openStudio(page);
  const drag = (type: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.txt'));
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    }, type);
  await drag('dragenter');
  await expect(page.getByText('Drop the report to open it')).toBeVisible();
  await drag('dragleave');
  await expect(page.getByText('Drop the report to open it')).toBeHidden();
});

const BAD: { what: string; name: string; content: string | number[] | { size: number }; code: string }[] = [
  { what: 'binary', name: 'noise.bin', content: Array.from({ length: 4096 }, (_, at) => (at * 7) % 32), code: 'binary-input' },
  { what: 'empty', name: 'empty.txt', content: '', code: 'empty-text' },
  { what: 'blank', name: 'blank.txt', content: ' \n\t\n', code: 'empty-text' },
  { what: 'too large', name: 'huge.txt', content: { size: 70 * 1024 * 1024 }, code: 'input-too-large' },
];

for (const { what, name, content, code } of BAD) {
  test(`a file that is ${what} is refused with a remedy, and nothing is lost`, async ({ page }) => {
    await openStudio(page);
    const before = await shown(page);
    await dropFile(page, name, content);
    const alert = page.getByRole('alert').filter({ hasText: `${name} could not be opened` });
    await expect(alert).toContainText(code);
    await expect(reportName(page)).toHaveText(SAMPLE_NAME);
    expect(await shown(page)).toEqual(before);

    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await expect(alert).toBeHidden();
    await dropFile(page, 'harbour.txt', SMALL_REPORT);
    await expect(reportName(page)).toHaveText(SMALL_NAME);
  });
}

test('without the sample the page says how to begin', async ({ page }) => {
  await page.route('**/sample-report.txt', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto('.');
  await expect(page.getByRole('heading', { name: 'No report yet' })).toBeVisible();
  await expect(page.getByText('Drop a report, paste its text, or try the sample.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('sample-report.txt could not be opened');
  await expect(page.getByRole('button', { name: 'Export' })).toBeDisabled();

  await page.unroute('**/sample-report.txt');
  await page.getByRole('button', { name: 'Sample report' }).click();
  await expect(reportName(page)).toHaveText(SAMPLE_NAME);
  await expect(page.getByRole('heading', { name: 'No report yet' })).toBeHidden();
});

test('offline, everything goes on', async ({ page, context }) => {
  await openStudio(page);
  await context.setOffline(true);
  await dropFile(page, 'harbour.txt', SMALL_REPORT);
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  await openMenu(page);
  await page.getByRole('button', { name: 'Sample report' }).click();
  await expect(reportName(page)).toHaveText(SAMPLE_NAME);
});

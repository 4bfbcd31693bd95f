// The page itself: keys, focus, theme, language, narrow screens, and the policy that it keeps.

import { expect, test, type Page } from '@playwright/test';
import { listenForComplaints } from './element';
import { dropFile, openStudio, referenceButton, reportName, searchField, SMALL_NAME, SMALL_REPORT, toast } from './studio';

/** What has the focus: its name for assistive technology, or its tag. */
function focused(page: Page) {
  return page.evaluate(() => {
    const active = document.activeElement;
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? '';
  });
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`Tab never reached ${name}.`);
}

test('the page opens with the sample, keeps its policy, and complains of nothing', async ({ page }) => {
  const quiet = listenForComplaints(page);
  await openStudio(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('img', { name: 'Preview of the exported image' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(toast(page)).toBeHidden();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(await page.evaluate(() => document.querySelectorAll('[style]').length)).toBe(0);
  quiet();
});

test('everything can be done with keys alone', async ({ page }) => {
  await openStudio(page);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the report');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await page.keyboard.press('/');
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type('Finland');
  await expect.poll(async () => (await page.evaluate(() => viewer.summary)).items).toBeLessThan(10);
  await page.keyboard.press('Escape');
  await expect(searchField(page)).toHaveValue('');
  await expect.poll(async () => (await page.evaluate(() => viewer.filter))).toEqual({});

  await referenceButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Reference date', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(referenceButton(page)).toBeFocused();

  await tabTo(page, /^More ways/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Open a file…');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('Paste text…');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(SMALL_REPORT);
  await tabTo(page, /^Open text$/);
  await page.keyboard.press('Enter');
  await expect(reportName(page)).toHaveText(SMALL_NAME);
  expect(await focused(page)).toBe('More ways to open a report');
  await page.keyboard.press('Control+z');
  await expect(reportName(page)).toHaveText('Corridor Monitor No. 7');
});

test('help opens by its key, gives the focus back, and can switch single keys off', async ({ page }) => {
  await openStudio(page);
  const help = page.getByRole('dialog', { name: 'About Dateline' });
  await page.keyboard.press('?');
  await expect(help).toBeVisible();
  await expect(help).toContainText('The text stays in this browser');
  await help.getByRole('checkbox', { name: /Single keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('?');
  await expect(help).toBeHidden();
  await page.reload();
  await expect(reportName(page)).toBeVisible();
  await page.keyboard.press('?');
  await expect(help).toBeHidden();

  const button = page.getByRole('button', { name: 'Help', exact: true });
  await button.click();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('the theme is chosen, shown by page and viewer, and remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openStudio(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Theme', exact: true }).click();
  await page.getByRole('radio', { name: 'Dark' }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await expect(page.locator('dateline-viewer .root')).toHaveClass(/dark/);
  await page.reload();
  await expect(reportName(page)).toBeVisible();
  expect(await ground()).toBe(dark);

  await page.getByRole('button', { name: 'Theme', exact: true }).click();
  await page.getByRole('radio', { name: 'As the system' }).click();
  expect(await ground()).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground()).toBe(dark);
});

test('the language is chosen, followed by the viewer, and remembered', async ({ page }) => {
  await openStudio(page);
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.getByRole('radio', { name: 'Español' }).check();
  await expect(page.getByRole('heading', { name: 'Acerca de Dateline' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Exportar' })).toBeVisible();
  await expect(page.locator('dateline-viewer')).toContainText('Entradas');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Abrir', exact: true })).toBeVisible();
});

test.describe('a browser that speaks Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('gets the page in Spanish', async ({ page }) => {
    await page.goto('.');
    await expect(page.getByRole('button', { name: 'Abrir', exact: true })).toBeVisible();
    await expect(reportName(page)).toHaveText('Corridor Monitor N.º 7');
  });

  test('gets reasons, remarks and errors in Spanish too', async ({ page }) => {
    await page.goto('.');
    await expect(page.getByRole('button', { name: /último día que el propio informe prueba: pie 25-JAN/ })).toBeVisible();
    const text = ['NORTE', '', '• Iran met Iraq. – Reuters on 31-FEB', '• Peru met Chile. – Reuters on 10-JAN', '• Cuba. – Reuters', ''];
    await dropFile(page, 'marzo.txt', text.join('\n'));
    await expect(reportName(page)).toHaveText('marzo.txt');
    await page.getByRole('button', { name: /observaciones/ }).click();
    const remarks = page.locator('dateline-viewer .remarks');
    await expect(remarks).toContainText('el calendario no tiene ese día: 31-FEB', { ignoreCase: true });
    const english = await page.locator('dateline-viewer').evaluate((viewer) => {
      const told = (viewer as unknown as { diagnostics: { message: string; fix: string }[] }).diagnostics;
      return told.flatMap(({ message, fix }) => [message, fix]);
    });
    expect(english.length).toBeGreaterThan(3);
    for (const words of english) await expect(remarks).not.toContainText(words, { ignoreCase: true });
    await page.keyboard.press('Escape');
    await dropFile(page, 'ruido.bin', [0, 1, 2, 3, 0]);
    await expect(page.getByRole('alert').filter({ hasText: 'ruido.bin' })).toContainText('No es texto sin formato');
  });
});

for (const width of [1440, 1239, 1100, 899, 768, 599, 390, 320]) {
  test(`at ${width} px nothing sticks out, and every tool can be reached`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openStudio(page);
    const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overhang()).toBe(0);
    const clipped = await page.locator('header :is(button, input)').evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .map((element) => ({ box: element.getBoundingClientRect(), name: element.ariaLabel ?? element.textContent }))
        .filter(({ box }) => box.left < 0 || box.right > innerWidth || box.width < 24 || box.height < 24)
        .map(({ name }) => name),
    );
    expect(clipped).toEqual([]);

    const direct = page.getByRole('button', { name: 'Embed', exact: true });
    if (!(await direct.isVisible())) await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await direct.click();
    await expect(page.getByRole('dialog', { name: 'Embed this report' })).toBeVisible();
    expect(await overhang()).toBe(0);
    await page.keyboard.press('Escape');
    await dropFile(page, 'noise.bin', Array.from({ length: 4096 }, (_, at) => (at * 7) % 32));
    await expect(page.getByRole('alert').filter({ hasText: 'noise.bin' })).toBeVisible();
    expect(await overhang()).toBe(0);
  });
}

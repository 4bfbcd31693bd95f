// Fingers, dense screens, and what an automatic check of accessibility has to say.

import AxeBuilder from '@axe-core/playwright';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { ONE_ITEM, openPage, openSample } from './element';
import { dropFile, openStudio, SMALL_REPORT } from './studio';

interface Finger {
  x: number;
  y: number;
}

/** Fingers that go from one place to another, as the browser gets them from a screen. */
async function touch(cdp: CDPSession, from: Finger[], to: Finger[], steps = 8): Promise<void> {
  const between = (share: number) =>
    from.map(({ x, y }, id) => ({ id, x: x + ((to[id]?.x ?? x) - x) * share, y: y + ((to[id]?.y ?? y) - y) * share }));
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: between(0) });
  for (let step = 1; step <= steps; step += 1) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: between(step / steps) });
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** The time in view, when it is painted. */
function view(page: Page) {
  return page.evaluate(async () => {
    await viewer.painted();
    const { start, end } = viewer.window;
    return { start, span: end - start, scrolled: scrollY };
  });
}

test.describe('with fingers', () => {
  test.use({ viewport: { width: 820, height: 700 }, hasTouch: true });

  async function open(page: Page): Promise<{ cdp: CDPSession; x: number; y: number }> {
    await openSample(page);
    await page.evaluate(() => viewer.setWindow('2022-12', '2022-12'));
    const box = await page.locator('dateline-viewer .surface').boundingBox();
    if (!box) throw new Error('There is no picture.');
    return { cdp: await page.context().newCDPSession(page), x: box.x + 500, y: box.y + 200 };
  }

  test('one finger sideways pans, and up and down scrolls the page', async ({ page }) => {
    const { cdp, x, y } = await open(page);
    const before = await view(page);
    await touch(cdp, [{ x, y }], [{ x: x - 150, y }]);
    const panned = await view(page);
    expect(panned.start).toBeGreaterThan(before.start);
    expect(panned.span).toBe(before.span);
    await touch(cdp, [{ x, y }], [{ x, y: y - 150 }]);
    await expect.poll(async () => (await view(page)).scrolled).toBeGreaterThan(50);
    expect((await view(page)).start).toBe(panned.start);
  });

  test('two fingers zoom: in when they part, out when they meet, around what lies between them', async ({ page }) => {
    const { cdp, x, y } = await open(page);
    const before = await view(page);
    const near = [{ x: x - 40, y }, { x: x + 40, y }];
    const far = [{ x: x - 120, y }, { x: x + 120, y }];
    await touch(cdp, near, far);
    const close = await view(page);
    expect(before.span / close.span).toBeGreaterThan(2);
    expect(before.span / close.span).toBeLessThan(4);
    expect(close.start).toBeGreaterThan(before.start);
    await touch(cdp, far, near);
    expect((await view(page)).span).toBeGreaterThan(close.span * 2);
  });

  test('a tap on an item, or beside it, opens it', async ({ page }) => {
    await openPage(page, '<dateline-viewer></dateline-viewer>');
    await page.evaluate((text) => viewer.load(text), ONE_ITEM);
    // The one item lies in the middle of the time in view, on the lane under the dates.
    const handles = await page.locator('dateline-viewer .handle').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
    const box = await page.locator('dateline-viewer .surface').boundingBox();
    if (!box || handles.length !== 2) throw new Error('There is no picture.');
    const middle = ((handles[0] ?? 0) + (handles[1] ?? 0)) / 2 + 12;
    const article = page.getByRole('article');
    for (let y = box.y + 40; y < box.y + 90 && (await article.count()) === 0; y += 8) {
      await page.touchscreen.tap(middle + 8, y);
      await page.evaluate(() => viewer.painted());
    }
    await expect(article).toContainText('Norway and Finland');
  });
});

test('when the device’s pixels change, the canvas has as many', async ({ page }) => {
  await openSample(page);
  const cdp = await page.context().newCDPSession(page);
  const canvas = page.locator('dateline-viewer canvas');
  /** The ratio of the screen, and the canvas's pixels beside those of its place. */
  const pixels = () =>
    canvas.evaluate((element) => {
      const { width, height, clientWidth, clientHeight } = element as HTMLCanvasElement;
      const off = [width - clientWidth * devicePixelRatio, height - clientHeight * devicePixelRatio];
      return { ratio: devicePixelRatio, drawn: width > 500, off: off.map((pixels) => Math.abs(Math.trunc(pixels))) };
    });
  for (const deviceScaleFactor of [2, 1.5, 3, 1]) {
    // Emulation tells the page of another ratio only together with another size, as zooming does.
    const size = { width: 1280 + 10 * deviceScaleFactor, height: 720 };
    await cdp.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor, mobile: false });
    await expect.poll(pixels).toEqual({ ratio: deviceScaleFactor, drawn: true, off: [0, 0] });
  }
});

test.describe('an automatic check of accessibility', () => {
  /** The rules that say what is wrong for somebody; grave ones alone. */
  async function grave(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`));
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`finds nothing grave in the studio, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await openStudio(page);
      expect(await grave(page)).toEqual([]);
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await expect(page.getByRole('img', { name: /Preview/ })).toBeVisible();
      expect(await grave(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Help', exact: true }).click();
      expect(await grave(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dropFile(page, 'noise.bin', [0, 1, 2, 3, 0]);
      await expect(page.getByRole('alert').filter({ hasText: 'noise.bin' })).toBeVisible();
      await dropFile(page, 'small.txt', SMALL_REPORT);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await grave(page)).toEqual([]);
    });

    test(`finds nothing grave in the element, ${colorScheme}`, async ({ page }) => {
      await openSample(page, `theme="${colorScheme}"`, "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
      expect(await grave(page)).toEqual([]);
      await page.getByRole('button', { name: 'All countries' }).click();
      expect(await grave(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.evaluate(async () => viewer.focusItem((await viewer.items())[0]?.id ?? ''));
      expect(await grave(page)).toEqual([]);
      await page.getByRole('button', { name: 'Show in report' }).first().click();
      expect(await grave(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Back to the items' }).click();
      await page.evaluate(() => (viewer.filter = { text: 'no item says this' }));
      await expect(page.getByText('Nothing matches')).toBeVisible();
      expect(await grave(page)).toEqual([]);
    });
  }
});

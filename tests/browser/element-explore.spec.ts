// What a reader does with a report: filter, pan, zoom, brush, choose, read. By mouse, by keyboard, by property.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { openSample, said } from './element';

const DAY_MS = 86_400_000;

function surface(page: Page): Locator {
  return page.locator('dateline-viewer .surface');
}

function figure(page: Page): Locator {
  return page.locator('dateline-viewer .figure');
}

/** Does something, waits until it is painted, and gives what it left. */
async function after(page: Page, act: () => Promise<unknown>) {
  await act();
  return page.evaluate(async () => {
    await viewer.painted();
    const { window, filter, selection, summary } = viewer;
    return { window, filter, selection, summary };
  });
}

/** The centre of a handle of the overview. */
async function handle(page: Page, which: 0 | 1): Promise<{ x: number; y: number }> {
  const box = await page.locator('dateline-viewer .handle').nth(which).boundingBox();
  if (!box) throw new Error('The overview has no such handle.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Hovers down a column of the picture until the tooltip says something that matches. */
async function find(page: Page, x: number, pattern: RegExp): Promise<{ x: number; y: number }> {
  const box = await surface(page).boundingBox();
  if (!box) throw new Error('There is no picture.');
  const tooltip = page.locator('dateline-viewer .tooltip');
  for (let y = 60; y < box.height; y += 9) {
    await page.mouse.move(box.x + x, box.y + y);
    await page.evaluate(() => viewer.painted());
    // One question: the tooltip may be gone between two.
    const words = (await tooltip.allInnerTexts()).join(' ');
    if (pattern.test(words)) return { x: box.x + x, y: box.y + y };
  }
  throw new Error(`Nothing at ${x} px says ${pattern}.`);
}

test.use({ viewport: { width: 1440, height: 920 } });

test('a filter by property narrows counts, list and items, and tells nothing', async ({ page }) => {
  await openSample(page);
  const all = await page.evaluate(() => viewer.summary);
  const { summary, filter } = await after(page, () => page.evaluate(() => void (viewer.filter = { kinds: ['report'], from: '2023' })));
  expect(summary.items).toBeLessThan(all.kinds.report ?? 0);
  expect(Object.keys(summary.kinds)).toEqual(['report']);
  expect(summary.undated).toBe(0);
  expect(filter).toEqual({ kinds: ['report'], from: '2023', start: Date.UTC(2023, 0, 1) });
  const items = await page.evaluate(() => viewer.items({ limit: 1000 }));
  expect(items).toHaveLength(summary.shown);
  expect(items.every(({ published }) => (published?.start ?? '') >= '2023')).toBe(true);
  expect(await said(page)).not.toContain('filter');

  const lifted = await after(page, () => page.evaluate(() => void (viewer.filter = {})));
  expect(lifted.summary).toEqual(all);
});

test('what only the engine can refuse is told, and the filter stays', async ({ page }) => {
  await openSample(page);
  const { filter } = await after(page, () => page.evaluate(() => void (viewer.filter = { countries: ['Freedonia'] })));
  await expect.poll(() => said(page)).toContain('error');
  expect(await page.evaluate(() => viewer.filter)).toEqual({});
  expect(filter).toBeDefined();
  const thrown = await page.evaluate(() => {
    try {
      viewer.filter = { from: 'yesterday' };
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
  expect(thrown).toBe('bad-date');
});

test('window and setWindow take what a person writes, and narrow what is shown alone', async ({ page }) => {
  await openSample(page);
  const all = await page.evaluate(() => viewer.summary);
  const { window, summary } = await after(page, () => page.evaluate(() => viewer.setWindow('2022-12', '2022-12')));
  expect(window).toEqual({ from: '2022-12-01', to: '2022-12-31', start: Date.UTC(2022, 11, 1), end: Date.UTC(2023, 0, 1) });
  expect({ ...summary, shown: 0 }).toEqual({ ...all, shown: 0 });
  const items = await page.evaluate(() => viewer.items({ limit: 1000 }));
  expect(items.filter(({ published }) => published === null)).toHaveLength(all.undated);
  expect(items.filter(({ published }) => published?.start.startsWith('2022-12'))).toHaveLength(summary.shown - all.undated);

  const everything = await after(page, () => page.evaluate(() => viewer.fit()));
  expect(everything.summary).toEqual({ ...all, shown: all.items });
  expect(await said(page)).not.toContain('window');
});

test('a click on a country in the picture filters, a second lifts it', async ({ page }) => {
  await openSample(page);
  const all = await page.evaluate(() => viewer.summary);
  const spot = await find(page, 150, /Russia/);
  // What lies under the pointer is the engine's answer: the filter comes a moment after the click.
  await page.mouse.click(spot.x, spot.y);
  await expect.poll(() => page.evaluate(() => viewer.filter)).toEqual({ countries: ['RU'] });
  const russian = all.countries.find(({ code }) => code === 'RU')?.items;
  await expect.poll(() => page.evaluate(() => viewer.summary.items)).toBe(russian);
  await expect(page.getByRole('button', { name: 'Russia', exact: true })).toBeVisible();
  expect((await said(page)).filter((name) => name === 'filter')).toHaveLength(1);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => page.evaluate(() => viewer.summary)).toEqual(all);
});

test('a click on a lane’s heading filters by its section', async ({ page }) => {
  await openSample(page);
  const spot = await find(page, 150, /The Grain Corridor/);
  const { summary, filter } = await after(page, () => page.mouse.click(spot.x, spot.y));
  expect(filter.sections).toHaveLength(1);
  expect(summary.items).toBe(summary.sections.find(({ id }) => id === (filter.sections as number[])[0])?.items);
});

test('a menu counts what choosing a value would give, and chooses it', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: 'All kinds' }).click();
  const option = page.getByRole('checkbox', { name: /^quotes/ });
  await option.check();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => viewer.filter)).toEqual({ kinds: ['quote'] });
  await page.getByRole('button', { name: 'All countries' }).click();
  const count = await page.locator('dateline-viewer .panel:popover-open .option').first().locator('.count').innerText();
  const first = await page.evaluate(() => viewer.summary.countries[0]?.items);
  expect(Number(count)).toBeLessThanOrEqual(first ?? 0);
});

test('a handle of the overview is dragged, and moved by keys', async ({ page }) => {
  await openSample(page);
  const before = await page.evaluate(() => viewer.window);
  const spot = await handle(page, 0);
  const { window, summary } = await after(page, async () => {
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.mouse.move(spot.x + 200, spot.y, { steps: 5 });
    await page.mouse.up();
  });
  expect(window.start).toBeGreaterThan(before.start + 5 * DAY_MS);
  expect(window.end).toBe(before.end);
  expect(summary.shown).toBeLessThan(summary.items);
  expect(await said(page)).toContain('window');

  const end = page.getByRole('slider').nth(1);
  const moved = await after(page, async () => {
    await end.focus();
    await page.keyboard.press('ArrowLeft');
  });
  expect(moved.window.end).toBe(window.end - DAY_MS);
  await expect(end).toHaveAttribute('aria-valuetext', moved.window.to);
});

test('dragging the ground pans by as much as the pointer moves', async ({ page }) => {
  await openSample(page);
  await page.evaluate(() => viewer.setWindow('2022-12', '2022-12'));
  const box = await surface(page).boundingBox();
  if (!box) throw new Error('There is no picture.');
  const { window } = await after(page, async () => {
    await page.mouse.move(box.x + 700, box.y + 66);
    await page.mouse.down();
    await page.mouse.move(box.x + 600, box.y + 66, { steps: 4 });
    await page.mouse.up();
  });
  expect(window.start).toBeGreaterThan(Date.UTC(2022, 11, 2));
  expect(window.end - window.start).toBe(31 * DAY_MS);
});

test('the plain wheel is the page’s; with Ctrl, or with focus, it zooms; sideways it pans', async ({ page }) => {
  await openSample(page);
  await page.evaluate(() => viewer.setWindow('2022-12', '2022-12'));
  const span = async () => page.evaluate(async () => (await viewer.painted(), viewer.window.end - viewer.window.start));
  await surface(page).hover();
  await page.mouse.wheel(0, 120);
  expect(await span()).toBe(31 * DAY_MS);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  const zoomed = await span();
  expect(zoomed).toBeLessThan(31 * DAY_MS);
  await page.mouse.wheel(150, 0);
  expect(Math.abs((await span()) - zoomed)).toBeLessThanOrEqual(1);
  await figure(page).focus();
  await page.mouse.wheel(0, 120);
  expect(await span()).toBeGreaterThan(zoomed);
});

test('keys pan, zoom, choose, open and step back', async ({ page }) => {
  await openSample(page);
  await page.evaluate(() => viewer.setWindow('2022-12', '2022-12'));
  await figure(page).focus();
  const press = (key: string) => after(page, () => page.keyboard.press(key));

  const panned = await press('Shift+ArrowRight');
  expect(panned.window.start).toBeGreaterThan(Date.UTC(2022, 11, 1));
  const zoomed = await press('+');
  expect(zoomed.window.end - zoomed.window.start).toBeLessThan(31 * DAY_MS);
  const fitted = await press('0');
  expect(fitted.window.start).toBeLessThan(Date.UTC(2022, 11, 1));

  const first = await press('Home');
  const next = await press('ArrowRight');
  expect(first.selection).toHaveLength(1);
  expect(next.selection).not.toEqual(first.selection);
  expect((await said(page)).filter((name) => name === 'select')).toHaveLength(2);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toBeHidden();
  await expect(figure(page)).toBeFocused();
});

test('an item’s evidence leads to its sentence in the report, and Esc back', async ({ page }) => {
  await openSample(page);
  const items = await page.evaluate(() => viewer.items({ limit: 1000 }));
  const item = items.find(({ text }) => text.includes('Lachin corridor'));
  expect(await page.evaluate((id) => viewer.focusItem(id), item?.id ?? '')).toBe(true);
  const evidence = page.getByRole('article');
  await expect(evidence).toContainText('Lachin corridor');
  await expect(evidence).toContainText('written “12-DEC”');
  await evidence.getByRole('button', { name: 'Show in report' }).click();
  const mark = page.locator('dateline-viewer .report mark');
  await expect(mark).toBeInViewport();
  await expect(mark).toContainText('Lachin corridor');
  await page.keyboard.press('Escape');
  await expect(mark).toHaveCount(0);
  await expect(evidence).toBeVisible();
});

test('the list goes by days, newest first, undated last, by arrows and Enter', async ({ page }) => {
  await openSample(page);
  const days = page.locator('dateline-viewer .day h3');
  await expect(days.first()).toHaveText('Wed 25 Jan 2023');
  await expect(days.last()).toHaveText('No date (12)');
  const entries = page.locator('dateline-viewer .entry-text');
  await entries.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(entries.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  expect(await page.evaluate(() => viewer.selection)).toHaveLength(1);
});

test('where nothing is left, the way out is at hand', async ({ page }) => {
  await openSample(page);
  await after(page, () => page.evaluate(() => void (viewer.filter = { text: 'no item says this' })));
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.locator('dateline-viewer .remedies .chip').click();
  await expect.poll(() => page.evaluate(() => viewer.filter)).toEqual({});

  await after(page, () => page.evaluate(() => viewer.setWindow('1990', '1991')));
  await expect(page.locator('dateline-viewer .side')).toContainText('No date (12)');
});

test('nothing moves before the first frame: the picture keeps the place that it takes', async ({ page }) => {
  await openSample(page);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
  expect(shift).toBeLessThan(0.1);
});


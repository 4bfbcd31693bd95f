// Where items lie: at their publication, or at the date that their own text speaks of. By mouse, by keyboard, by
// attribute and property; and how what was still to come is marked.

import { expect, test, type Page } from '@playwright/test';
import { openPage, said } from './element';

/** A story of an earlier day, one of a day to come, one that only speaks of a time, one of a date that reads two ways. */
const TEXT = `NORTH

• On 5 January 2023, Norway closed a port. – Reuters on 10-JAN-2023
• Finland will vote on 20 February 2023. – BBC on 11-JAN-2023
• Sweden has been at it since 2014. – BBC on 12-JAN-2023
• Denmark signed on 03/04/2022. – BBC on 13-JAN-2023
`;

const PUBLISHED = ['Fri 13 Jan 2023', 'Thu 12 Jan 2023', 'Wed 11 Jan 2023', 'Tue 10 Jan 2023'];
const MENTIONED = ['Mon 20 Feb 2023', 'Thu 5 Jan 2023', 'Fri 4 Mar 2022', 'No date in the text (1)'];

test.use({ viewport: { width: 1440, height: 920 } });

/** Opens the text in an element with these attributes, and waits until it is painted. */
async function open(page: Page, attributes = ''): Promise<void> {
  await openPage(page, `<dateline-viewer ${attributes}>${TEXT}</dateline-viewer>`);
  await page.evaluate(() => viewer.ready);
}

function choice(page: Page) {
  return page.getByRole('switch', { name: 'Dates in text', exact: true });
}

function days(page: Page) {
  return page.locator('dateline-viewer .day h3');
}

function entry(page: Page, words: string) {
  return page.locator('dateline-viewer .entry', { hasText: words });
}

/** What the element said, how far a load is apart. */
async function heard(page: Page): Promise<string[]> {
  return (await said(page)).filter((name) => name !== 'progress');
}

async function state(page: Page) {
  return page.evaluate(async () => {
    await viewer.painted();
    const { axis, window, filter, selection, summary } = viewer;
    return { axis, window, filter, selection, summary };
  });
}

test('the switch places every item by its text, by mouse, and keeps filter and selection', async ({ page }) => {
  await open(page);
  await expect(days(page)).toHaveText(PUBLISHED);
  const [chosen] = await page.evaluate(async () => {
    viewer.filter = { text: '20' };
    const items = await viewer.items();
    await viewer.select(items.slice(1, 2).map(({ id }) => id));
    return viewer.selection;
  });
  const before = await state(page);
  await choice(page).click();
  const { axis, window, filter, selection, summary } = await state(page);
  expect([axis, filter, selection]).toEqual(['mentioned', { text: '20' }, [chosen]]);
  expect([summary.items, summary.dated, summary.undated, summary.shown]).toEqual([4, 3, 1, 4]);
  expect(summary.months.map(({ month }) => month)).toEqual(['2022-03', '2023-01', '2023-02']);
  await expect(days(page)).toHaveText(MENTIONED);
  expect(window.start).toBeLessThan(before.window.start);
  expect(await heard(page)).toEqual(['load', 'window']);
  await choice(page).click();
  expect((await state(page)).window).toEqual(before.window);
  await expect(days(page)).toHaveText(PUBLISHED);
});

test('the switch is a stop of Tab before the zoom, and Space or Enter turn it', async ({ page }) => {
  await open(page);
  await choice(page).focus();
  await page.keyboard.press('Space');
  expect((await state(page)).axis).toBe('mentioned');
  await expect(choice(page)).toBeFocused();
  await expect(choice(page)).toBeChecked();
  await expect(days(page)).toHaveText(MENTIONED);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Zoom out' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect((await state(page)).axis).toBe('published');
  await expect(choice(page)).not.toBeChecked();
  await expect(days(page)).toHaveText(PUBLISHED);
});

test('the property does the same, and tells nothing', async ({ page }) => {
  await open(page);
  await page.evaluate(() => void (viewer.axis = 'mentioned'));
  expect((await state(page)).summary.undated).toBe(1);
  await expect(days(page)).toHaveText(MENTIONED);
  await expect(choice(page)).toBeChecked();
  const order = await page.evaluate(async () => (await viewer.items()).map(({ text }) => text.split(' ')[0]));
  expect(order).toEqual(['Denmark', 'On', 'Finland', 'Sweden']);
  await page.evaluate(() => void (viewer.axis = null));
  expect((await state(page)).summary.undated).toBe(0);
  expect(await heard(page)).toEqual(['load']);
});

test('the attribute counts from the first load on, and outlives the engine', async ({ page }) => {
  await open(page, 'axis="mentioned"');
  const told = await page.evaluate(() => globalThis.said.find(({ name }) => name === 'load')?.detail.summary as Record<string, number>);
  expect([told.dated, told.undated]).toEqual([3, 1]);
  await expect(days(page)).toHaveText(MENTIONED);
  await page.evaluate(async () => {
    const element = viewer;
    element.remove();
    await new Promise((done) => setTimeout(done, 50));
    document.body.append(element);
  });
  expect((await state(page)).summary.undated).toBe(1);
  await expect(days(page)).toHaveText(MENTIONED);
  await page.evaluate((text) => viewer.load(text.replace('Norway', 'Iceland')), TEXT);
  expect((await state(page)).summary.undated).toBe(1);
});

test('a word that is no axis is refused, and changes nothing', async ({ page }) => {
  await open(page, 'axis="sideways"');
  await page.evaluate(() => void (viewer.axis = 'upwards'));
  const errors = await page.evaluate(() => globalThis.said.filter(({ name }) => name === 'error').map(({ detail }) => detail));
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'bad-option `sideways` is not a choice of `axis`.',
    'bad-option `upwards` is not a choice of `axis`.',
  ]);
  await expect(days(page)).toHaveText(PUBLISHED);
});

test('what was still to come is marked where it lies: in list, evidence and picture', async ({ page }) => {
  await open(page);
  await expect(entry(page, 'Finland')).not.toContainText('scheduled');
  expect(await exported(page)).not.toContain('Scheduled');
  await page.evaluate(() => void (viewer.axis = 'mentioned'));
  await expect(entry(page, 'Finland')).toContainText('scheduled');
  await expect(entry(page, 'Norway')).not.toContainText('scheduled');
  const svg = await exported(page);
  expect(svg).toContain('Scheduled');
  expect(svg).toContain('by the dates in the text');
  await entry(page, 'Finland').getByRole('button').click();
  await expect(page.locator('dateline-viewer .detail-head')).toHaveText('20 Feb 2023 · scheduled · BBC');
});

test('the evidence lists the dates of the text: role, unit, and what else they can mean', async ({ page }) => {
  await open(page);
  await entry(page, 'Denmark').getByRole('button').click();
  const detail = page.locator('dateline-viewer .detail');
  await expect(detail.locator('li', { hasText: '03/04/2022' })).toHaveText('4 Mar 2022 “03/04/2022” · happened · day · could also be 3 Apr 2022');
  await page.evaluate(() => void (viewer.axis = 'mentioned'));
  await expect(detail.locator('.fact', { hasText: 'Published' })).toContainText('13 Jan 2023');
  await detail.getByRole('button', { name: 'Back to the items' }).click();
  await entry(page, 'Sweden').getByRole('button').click();
  await expect(detail.locator('li', { hasText: '2014' })).toContainText('“2014” · mentioned · year');
});

test('in Spanish, and where there is little room', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'lang="es"');
  await page.getByRole('switch', { name: 'Fechas del texto' }).click();
  await expect(entry(page, 'Finland')).toContainText('previsto');
  await expect(days(page).last()).toHaveText('Sin fecha en el texto (1)');
});

/** The picture as SVG. */
async function exported(page: Page): Promise<string> {
  return page.evaluate(async () => (await viewer.exportImage({ format: 'svg' })).text());
}

// How items are coded by country: the reader's corrections by mouse, keyboard and touch, the words that are the evidence,
// names alone, and fractional counting.

import { expect, test, type Page } from '@playwright/test';
import { openPage, said, type Correction } from './element';

const TEXT = `NORTH

• Norway and Finland signed a Peruvian pact. – Reuters on 10-JAN-2023
• Norway, Sweden and Denmark met the
  Norwegian king. – BBC on 11-JAN-2023
• A ship left port. – BBC on 12-JAN-2023
`;

test.use({ viewport: { width: 1440, height: 920 } });

async function open(page: Page, attributes = '', text = TEXT): Promise<void> {
  await openPage(page, `<dateline-viewer ${attributes}>${text}</dateline-viewer>`);
  await page.evaluate(() => viewer.ready);
}

/** Opens the evidence of the item with these words. */
async function detail(page: Page, words: string) {
  await page.locator('dateline-viewer .entry', { hasText: words }).getByRole('button').click();
  return page.locator('dateline-viewer .detail');
}

/** Codes with their items and weights. */
async function counts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await viewer.painted();
    return viewer.summary.countries.map(({ code, items, weight }) => `${code} ${items} ${weight}`);
  });
}

async function corrections(page: Page): Promise<string[]> {
  return page.evaluate(() => viewer.corrections?.map(({ code, action }) => `${action} ${code}`) ?? []);
}

function field(page: Page) {
  return page.getByRole('combobox', { name: 'Add a country' });
}

test('the evidence shows the words of each country and marks them in the text', async ({ page }) => {
  await open(page);
  const item = await detail(page, 'met the');
  await expect(item.locator('.detail-text mark')).toHaveText(['Norway', 'Sweden', 'Denmark', 'Norwegian']);
  await expect(item.locator('.countries li')).toHaveText([
    /^Norway.*“Norway” name · “Norwegian” demonym$/,
    /^Sweden.*“Sweden” name$/,
    /^Denmark.*“Denmark” name$/,
  ]);
});

test('a country is removed, brought back, added and taken back; counts, list and chart follow', async ({ page }) => {
  await open(page);
  const before = await counts(page);
  const item = await detail(page, 'signed');
  await item.getByRole('button', { name: 'Remove Finland from this item' }).click();
  await expect(item.locator('.token.removed')).toHaveText(/^Finland/);
  expect(await corrections(page)).toEqual(['remove FI']);
  expect(await counts(page)).not.toContainEqual(expect.stringContaining('FI'));
  await expect(item.locator('.detail-text mark')).toHaveText(['Norway', 'Peruvian']);
  await item.getByRole('button', { name: 'Bring Finland back' }).click();
  expect(await counts(page)).toEqual(before);
  expect(await corrections(page)).toEqual([]);
  await field(page).fill('chi');
  await page.getByRole('option', { name: /^Chile/ }).click();
  await expect(item.locator('.countries li', { hasText: 'Chile' })).toContainText('added by hand');
  expect(await counts(page)).toContain('CL 1 0.25');
  await expect(page.locator('dateline-viewer .foot')).toContainText('1 country corrected by hand');
  const svg = await page.evaluate(async () => (await viewer.exportImage({ format: 'svg', range: 'all' })).text());
  expect(svg).toContain('Chile');
  expect(svg).toContain('countries corrected by hand: 1');
  // A page that writes back what it was told changes nothing.
  await page.evaluate(() => void (viewer.corrections = structuredClone(viewer.corrections)));
  await item.getByRole('button', { name: 'Undo the last correction' }).click();
  expect(await counts(page)).toEqual(before);
  const events = await page.evaluate(() => globalThis.said.filter(({ name }) => name === 'correct').map(({ detail }) => detail));
  expect(events.map(({ code, action }) => `${action} ${code}`)).toEqual(['remove FI', 'add FI', 'add CL', 'remove CL']);
  expect(events.map(({ corrections }) => (corrections as unknown[]).length)).toEqual([1, 0, 1, 0]);
});

test('the same by keyboard, and the focus stays where the work is', async ({ page }) => {
  await open(page);
  const item = await detail(page, 'signed');
  const remove = item.getByRole('button', { name: 'Remove Finland from this item' });
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(item.getByRole('button', { name: 'Bring Finland back' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(remove).toBeFocused();
  await field(page).focus();
  await page.keyboard.type('ivory');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await page.keyboard.type('new');
  const offered = await page.getByRole('option').allInnerTexts();
  expect(offered.length).toBeGreaterThan(1);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText(offered[1] ?? '');
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await expect(item.locator('.countries')).toContainText((offered[1] ?? '').replace(/ [A-Z]{2}$/, ''));
  await page.keyboard.type('atlantis');
  await expect(item).toContainText('No country of this name');
});

test('a country is offered by its code, by a short form and by its name in the other language', async ({ page }) => {
  await open(page);
  await detail(page, 'signed');
  for (const [words, first] of [['de', 'Germany'], ['us', 'United States'], ['uk', 'United Kingdom'], ['alem', 'Germany'], ['germ', 'Germany']] as const) {
    await field(page).fill(words);
    await expect(page.getByRole('option').first(), words).toContainText(first);
  }
});

test('where a country that was added goes, the focus goes to the field', async ({ page }) => {
  await open(page);
  const item = await detail(page, 'signed');
  await field(page).fill('chile');
  await page.keyboard.press('Enter');
  await item.getByRole('button', { name: 'Remove Chile from this item' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
});

test('on a Spanish page the picture names countries in Spanish', async ({ page }) => {
  await open(page, 'lang="es"', TEXT);
  const svg = await page.evaluate(async () => (await viewer.exportImage({ format: 'svg', range: 'all' })).text());
  expect(svg).toContain('Noruega');
  expect(svg).not.toContain('>Norway<');
});

test('an addition counts where only names do, also after a removal of what does not', async ({ page }) => {
  await open(page, '', 'NORTH\n\n• Margaret Thatcher spoke. – Reuters on 10-JAN-1985\n');
  expect(await counts(page)).toEqual(['GB 1 1']);
  const item = await detail(page, 'spoke');
  await item.getByRole('button', { name: 'Remove United Kingdom from this item' }).click();
  expect(await counts(page)).toEqual([]);
  await page.evaluate(() => void (viewer.evidence = 'names'));
  await field(page).fill('United K');
  await page.keyboard.press('Enter');
  await expect(item.locator('.countries')).toContainText('added by hand');
  expect(await counts(page)).toEqual(['GB 1 1']);
  expect(await corrections(page)).toEqual(['add GB']);
});

test('in Spanish, by touch, where there is little room', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'lang="es"');
  const item = await detail(page, 'A ship');
  await expect(item).toContainText('No se nombra ningún país.');
  await page.getByRole('combobox', { name: 'Añadir un país' }).fill('alem');
  await page.getByRole('option', { name: /^Alemania/ }).click();
  await expect(item.locator('.countries li')).toHaveText(/^Alemania.*añadido a mano$/);
  const box = await item.getByRole('button', { name: 'Quitar Alemania de esta entrada' }).boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
});

test('corrections outlive another reading, the engine and the load of the same text', async ({ page }) => {
  await open(page);
  const patches = await page.evaluate(async () => {
    const items = await viewer.items();
    const list: Correction[] = items.map(({ id }) => ({ item: id, code: 'PE', action: 'add' }));
    viewer.corrections = [...list.slice(1), { item: 'gone', code: 'CL', action: 'add' }];
    return list.length;
  });
  const [peru] = (await counts(page)).filter((told) => told.startsWith('PE'));
  expect(peru).toBe(`PE ${patches} 2`.replace(/2$/, peru?.split(' ')[2] ?? ''));
  for (const change of ['load', 'redate', 'restart']) {
    await page.evaluate(async ([change, text]) => {
      const element = viewer;
      if (change === 'load') await viewer.load(text);
      if (change === 'redate') viewer.referenceDate = '2023-02-01';
      if (change === 'restart') {
        element.remove();
        await new Promise((done) => setTimeout(done, 50));
        document.body.append(element);
      }
      await new Promise((done) => setTimeout(done, 300));
      await viewer.ready;
    }, [change, TEXT] as const);
    expect(await counts(page), change).toContain(peru);
    const told = await page.evaluate(() => viewer.diagnostics.filter(({ code }) => code === 'correction-unmatched').length);
    expect(told, change).toBe(1);
  }
  expect(await said(page)).not.toContain('correct');
});

test('corrections that are none are refused, and change nothing', async ({ page }) => {
  await open(page);
  const before = await counts(page);
  const thrown = await page.evaluate(() =>
    ['PE', [{ item: 'a' }], [{ item: 'a', code: 'PE', action: 'drop' }]].map((value) => {
      try {
        viewer.corrections = value as unknown as Correction[];
        return null;
      } catch (error) {
        return (error as { code: string }).code;
      }
    }));
  expect(thrown).toEqual(['bad-value', 'bad-value', 'bad-value']);
  await page.evaluate(() => void (viewer.corrections = [{ item: 'a', code: 'ZZ', action: 'add' }]));
  expect(await counts(page)).toEqual(before);
  expect(await corrections(page)).toEqual([]);
  const errors = await page.evaluate(() => globalThis.said.filter(({ name }) => name === 'error').map(({ detail }) => detail.code));
  expect(errors).toEqual(['bad-correction']);
});

test('names alone and fractions: by the menu of countries and by attribute, said on the chart', async ({ page }) => {
  await open(page);
  expect(await counts(page)).toEqual(['NO 2 0.6667', 'DK 1 0.3333', 'FI 1 0.3333', 'PE 1 0.3333', 'SE 1 0.3333']);
  await page.getByRole('button', { name: 'All countries' }).click();
  await page.getByRole('checkbox', { name: 'Fractional counting' }).check();
  await page.getByRole('checkbox', { name: 'Names only' }).check();
  const summary = await page.evaluate(async () => {
    await viewer.painted();
    return { ...viewer.summary, attributes: [viewer.evidence, viewer.counting] };
  });
  expect([summary.evidence, summary.counting, ...summary.attributes]).toEqual(['names', 'fractional', 'names', 'fractional']);
  const drawn = () => page.evaluate(async () => (await viewer.exportImage({ format: 'svg', range: 'all' })).text());
  expect(await drawn()).toContain('fractional counting: an item with n countries counts 1/n for each · names and demonyms only');
  expect(await drawn()).toContain('>0.7<');
  await page.evaluate(() => void (viewer.counting = null));
  expect(await drawn()).toContain('full counting: an item counts 1 for each of its countries · names');
  await page.evaluate(() => void (viewer.lang = 'es'));
  await page.evaluate(() => viewer.painted());
  expect(await drawn()).toContain('recuento completo: ');
  await page.evaluate(() => void (viewer.counting = 'halves'));
  const errors = await page.evaluate(() => globalThis.said.filter(({ name }) => name === 'error').map(({ detail }) => detail.message));
  expect(errors).toEqual(['`halves` is not a choice of `counting`.']);
});

test('the summary counts countries that are named together', async ({ page }) => {
  await open(page, 'counting="fractional"');
  const { pairs, morePairs, counting } = await page.evaluate(() => viewer.summary);
  expect(counting).toBe('fractional');
  expect(pairs.map(({ a, b, items }) => `${a}${b}${items}`)).toEqual(['DKNO1', 'DKSE1', 'FINO1', 'FIPE1', 'NOPE1', 'NOSE1']);
  expect(morePairs).toBe(0);
});

// The first questions to a built site: it opens, complains of nothing, defines its element, shows the sample report,
// and asks no other machine for anything.

import { expect, test } from '@playwright/test';

test('the studio opens with the sample report, and without a complaint', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  await page.goto('.');
  await page.waitForFunction(() => customElements.get('dateline-viewer') !== undefined);
  const items = await page.locator('dateline-viewer').evaluate(async (element) => {
    const viewer = element as HTMLElement & { ready: Promise<unknown>; summary: { items: number } };
    await viewer.ready;
    return viewer.summary.items;
  });

  expect(items).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('everything comes from the place that served the page', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(String(baseURL))) {
      elsewhere.push(request.url());
    }
  });

  await page.goto('.', { waitUntil: 'networkidle' });

  expect(elsewhere).toEqual([]);
});

test('files carry the types that browsers insist on', async ({ page }) => {
  const types = new Map<string, string>();
  page.on('response', (response) => {
    const extension = new URL(response.url()).pathname.split('.').pop() ?? '';
    types.set(extension, response.headers()['content-type'] ?? '');
  });

  await page.goto('.', { waitUntil: 'networkidle' });

  expect(types.get('js')).toMatch(/^text\/javascript/);
  expect(types.get('wasm')).toBe('application/wasm');
});

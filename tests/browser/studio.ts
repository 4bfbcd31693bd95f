// What the tests of the studio page share: opening it, giving it reports in every way, and reading what it shows.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import type { Viewer } from './element';

/** The counts that figures are read from. */
export interface Summary {
  items: number;
  shown: number;
  dated: number;
  undated: number;
  first: string | null;
  last: string | null;
  stateMedia: { items: number; of: number; share: number };
  months: { month: string; items: number }[];
  kinds: Record<string, number>;
  sections: { id: number; title: string; inferred: boolean; items: number }[];
  outlets: { name: string; items: number }[];
  languages: { code: string; items: number }[];
}

/** A report in the form that studio tests paste and drop: year-less dates, and one day that proves a year. */
export const SMALL_NAME = 'Harbour Monitor No. 3';
export const SMALL_REPORT = [
  'HARBOUR MONITOR No. 3 | Ports before the thaw',
  '',
  'NORTH',
  '',
  '  • Norway and Finland signed a pact on ports. – Reuters on 10-JAN',
  '  • Sweden opened a second quay at Luleå. – Yle News on 04-FEB',
  '  • Denmark closed the strait for a day. – BBC on 12-DEC-2022',
  '',
].join('\n');

/** Opens the studio, and waits until the sample is shown. */
export async function openStudio(page: Page): Promise<void> {
  await page.goto('.');
  await expect(reportName(page)).toHaveText('Corridor Monitor No. 7');
  await page.evaluate(async () => {
    globalThis.viewer = document.querySelector('dateline-viewer') as Viewer;
    await viewer.ready;
  });
}

export function reportName(page: Page) {
  return page.locator('header .name');
}

export function searchField(page: Page) {
  return page.getByRole('searchbox', { name: /^Search/ });
}

export function referenceButton(page: Page) {
  return page.getByRole('button', { name: /^(No r|R)eference date/ });
}

/** The short message at the foot of the page. */
export function toast(page: Page) {
  return page.locator('.toast');
}

export async function summary(page: Page, filter: object = {}): Promise<Summary> {
  return page.evaluate(async (wanted) => {
    viewer.filter = wanted as Record<string, unknown>;
    await viewer.painted();
    return viewer.summary as unknown as Summary;
  }, filter as Record<string, unknown>);
}

/** Drops files, as text, bytes or a size to fill with letters, on the page. */
export async function dropFile(page: Page, name: string, content: string | number[] | { size: number }): Promise<void> {
  await page.evaluate(
    ([name, content]) => {
      const parts =
        typeof content === 'string' ? content
        : Array.isArray(content) ? new Uint8Array(content)
        : new Uint8Array(content.size).fill(97);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([parts], name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, content] as const,
  );
}

/** Pastes text into what has the focus, as Ctrl+V would. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Sets the reference date by the header's panel. */
export async function setReferenceDate(page: Page, date: string): Promise<void> {
  await referenceButton(page).click();
  await page.getByLabel('Reference date', { exact: true }).fill(date);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
}

/** A real report that lies beside the project; where there is none, a run by hand skips the test. */
export function realReport(name: string): string {
  const path = fileURLToPath(new URL(`../../../shared/reports/${name}`, import.meta.url));
  const missing = !existsSync(path);
  if (missing && process.env.CI) throw new Error(`${path} is not there.`);
  test.skip(missing, `${path} is not there.`);
  return path;
}

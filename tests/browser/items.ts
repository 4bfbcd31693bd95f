// Items made up for tests of loading data, in the page and as files.

import type { Page } from '@playwright/test';

/** What the page's `made` does. */
export interface Made {
  /** A line of NDJSON for each item. */
  lines(from: number, to: number): string;
  /** As a file. */
  file(items: number, name?: string): File;
  /** As item columns. */
  columns(items: number): Record<string, unknown> & { start: Float64Array; text: { bytes: Uint8Array } };
}

declare global {
  var made: Made;
}

/** Gives the page what makes items: one a day of ten years and again, three countries, forty outlets. */
export async function makeItems(page: Page): Promise<void> {
  await page.evaluate(() => {
    const DAY = 86_400_000;
    const first = Date.UTC(2014, 0, 1);
    const codes = ['VE', 'GY', 'FR'];
    const line = (at: number) =>
      JSON.stringify({
        date: new Date(first + (at % 3650) * DAY).toISOString().slice(0, 10),
        text: `Item ${at} tells of a ship that left the harbour`,
        country: codes[at % 3],
        source: `Outlet ${at % 40}`,
      });
    const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => line(from + at)).join('\n');
    const PART = 10_000;
    const file = (items: number, name = 'items.ndjson') =>
      new File(Array.from({ length: Math.ceil(items / PART) }, (_, at) => `${lines(at * PART, Math.min(items, (at + 1) * PART))}\n`), name);
    const columns = (length: number) => {
      const text = new TextEncoder().encode('Item tells of a ship');
      const bytes = new Uint8Array(length * text.length);
      const offsets = new Uint32Array(length + 1);
      for (let at = 0; at < length; at += 1) {
        bytes.set(text, at * text.length);
        offsets[at + 1] = (at + 1) * text.length;
      }
      return {
        format: 'columns',
        version: 1,
        length,
        start: Float64Array.from({ length }, (_, at) => first + (at % 3650) * DAY),
        outlet: { codes: Uint8Array.from({ length }, (_, at) => at % 40), dictionary: Array.from({ length: 40 }, (_, at) => `Outlet ${at}`) },
        countries: { codes: Uint8Array.from({ length }, (_, at) => at % 3), dictionary: codes, offsets: Uint32Array.from({ length: length + 1 }, (_, at) => at) },
        text: { offsets, bytes },
      };
    };
    globalThis.made = { lines, columns, file };
  });
}

/** From now on every mebibyte of a file takes a while to come, so that a load can be met half way on any machine. */
export async function slowDisk(page: Page): Promise<void> {
  await page.workers()[0]?.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = async function () {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return arrayBuffer.call(this);
    };
  });
}

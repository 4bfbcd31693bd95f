// A page with nothing but the element, for tests of its public interface; and what such tests share.

import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** A country added to an item or taken from it. */
export interface Correction {
  item: string;
  code: string;
  action: 'add' | 'remove';
}

/** The parts of the element's public interface that tests use. */
export interface Viewer extends HTMLElement {
  src: string | null;
  referenceDate: string | null;
  axis: string | null;
  evidence: string | null;
  counting: string | null;
  corrections: Correction[] | null;
  theme: string | null;
  noWorker: boolean;
  filter: Record<string, unknown>;
  window: { from: string; to: string; start: number; end: number };
  selection: string[];
  report: { title: string; reference_date: { date: string; basis: string; why: string } | null };
  diagnostics: { code: string; severity: string; message: string; fix: string }[];
  summary: {
    items: number;
    shown: number;
    dated: number;
    undated: number;
    kinds: Record<string, number>;
    months: { month: string; items: number }[];
    evidence: string;
    counting: string;
    countries: { code: string; items: number; weight: number }[];
    pairs: { a: string; b: string; items: number }[];
    morePairs: number;
    sections: { id: number; title: string; inferred: boolean; items: number }[];
  };
  ready: Promise<void>;
  load(source: unknown, options?: object): Promise<Viewer['summary']>;
  select(ids: string[]): Promise<void>;
  items(range?: { offset?: number; limit?: number }): Promise<{ id: string; text: string; published: { start: string } | null }[]>;
  setWindow(from?: string | number | null, to?: string | number | null): Promise<void>;
  fit(): Promise<void>;
  focusItem(id: string): Promise<boolean>;
  sourceText(span?: [number, number]): string;
  exportImage(options?: object): Promise<Blob>;
  exportData(options?: object): Promise<Blob>;
  painted(): Promise<void>;
}

declare global {
  /** What the element said, in order. */
  var said: { name: string; detail: Record<string, unknown> }[];
  var viewer: Viewer;
}

/** What a careful host allows: the element needs no more. */
export const STRICT =
  "default-src 'none'; connect-src 'self'; font-src 'self'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; " +
  "style-src 'self'; require-trusted-types-for 'script'";

export const SAMPLE = 'sample-report.txt';

/** One bullet of one section, with a date that needs no inference. */
export const ONE_ITEM = 'NORTH\n\n• Norway and Finland signed a pact. – Reuters on 10-JAN-2023\n';

/** The text of the sample as it lies in the front end. */
export function sampleText(): string {
  return readFileSync(new URL('../../www/public/sample-report.txt', import.meta.url), 'utf8');
}

const SCRIPT = '<script type="module" src="dateline-viewer.js"></script>';

/** Opens a page whose body holds this markup, under this policy; everything the element says is kept. */
export async function openPage(page: Page, markup: string, policy = STRICT): Promise<void> {
  await openRaw(page, SCRIPT + markup, policy);
  await page.waitForFunction(() => customElements.get('dateline-viewer') !== undefined);
}

/** As `openPage`, without the element's script. */
export async function openRaw(page: Page, markup: string, policy = STRICT): Promise<void> {
  await page.addInitScript(() => {
    if (globalThis.said) return;
    globalThis.said = [];
    for (const name of ['load', 'progress', 'error', 'select', 'window', 'filter', 'correct']) {
      addEventListener(`dateline-${name}`, (event) => {
        globalThis.said.push({ name, detail: structuredClone((event as CustomEvent).detail) });
      });
    }
    addEventListener('DOMContentLoaded', () => {
      globalThis.viewer = document.querySelector('dateline-viewer') as Viewer;
    });
  });
  await page.route('**/element-alone.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang="en"><title>The element alone</title>${markup}`,
    }),
  );
  await page.goto('element-alone.html');
}

/** Opens the sample, and waits until it is painted. */
export async function openSample(page: Page, attributes = '', policy = STRICT): Promise<void> {
  await openPage(page, `<dateline-viewer src="${SAMPLE}" ${attributes}></dateline-viewer>`, policy);
  await page.evaluate(() => viewer.ready);
}

/** Names of what the element said. */
export function said(page: Page): Promise<string[]> {
  return page.evaluate(() => globalThis.said.map(({ name }) => name));
}

/** Fails when the page complains of anything. */
export function listenForComplaints(page: Page): () => void {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return () => expect(complaints).toEqual([]);
}

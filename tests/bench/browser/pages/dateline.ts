// Our page: the element as it is shipped, known only by its public interface: load, window, filter, painted.

import type { ItemColumns } from '../columns.ts';
import { offer, type BenchPage } from '../harness.ts';

interface Viewer extends HTMLElement {
  load(source: ItemColumns): Promise<unknown>;
  painted(): Promise<void>;
  window: { from: number; to: number };
  filter: { countries?: string[]; from?: number; to?: number };
}

/** Where the bench puts the built site. */
const SHIPPED = '/dist/dateline-viewer.js';

await import(/* @vite-ignore */ SHIPPED);
await customElements.whenDefined('dateline-viewer');
const viewer = document.querySelector('dateline-viewer') as Viewer;

const look = async (from: number, to: number) => {
  viewer.window = { from, to };
  await viewer.painted();
};
const choose = async (filter: Viewer['filter']) => {
  viewer.filter = filter;
  await viewer.painted();
};

const page: BenchPage = {
  async load(columns) {
    await viewer.load(columns);
    await viewer.painted();
  },
  view: look,
  brush: look,
  range: (from, to) => choose({ from, to }),
  filterCountry: (code) => choose(code ? { countries: [code] } : {}),
};

await viewer.painted();
offer(page);

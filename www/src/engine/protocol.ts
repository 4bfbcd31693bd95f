// What the page and the engine say to each other. Plain data only, so that it crosses a worker's border as it is.
import type { Problem } from './problem.ts';
import type { Axis, Diagnostic, Item, ItemColumns, Report, Summary, TimeWindow } from './data.ts';

/** Something the reader did, as the name of an engine method and its arguments; positions in CSS px of the picture. */
export type Intent =
  | ['look', Look]
  | ['window', start: number, end: number]
  | ['fit', all: boolean]
  | ['settle']
  | ['pan', dx: number, dy: number]
  | ['zoom', x: number, factor: number]
  | ['press', x: number, y: number]
  | ['drag', x: number, y: number]
  | ['release', x: number, y: number, slop: number]
  | ['brush', part: 'start' | 'end' | 'whole', dx: number]
  | ['point', x: number, y: number]
  | ['leave']
  | ['hover', id: string]
  | ['select', ids: string[]]
  | ['closeStacks'];

/** How the picture on the screen looks. */
export interface Look {
  theme: 'light' | 'dark';
  chart: 'both' | 'timeline' | 'countries' | 'strip';
  lang: string;
  transparent: boolean;
  /** `VE Venezuela`, a line each: what the picture calls countries where the language is not English. */
  names: string;
}

/** What lies under the pointer. */
export type Target =
  | { type: 'item'; item: Item }
  | { type: 'stack'; start: number; end: number; items: number }
  | { type: 'lane'; section: number; title: string; items: number }
  | { type: 'country'; code: string; name: string; items: number }
  | { type: 'cell'; code: string; name: string; start: number; end: number; items: number }
  | { type: 'moreCountries' | 'window' | 'windowStart' | 'windowEnd' | 'overview' | 'plot' };

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** From an item to another, in time or from lane to lane. */
export type Direction = 'previous' | 'next' | 'above' | 'below' | 'first' | 'last';

/** What the page must know about a frame; the positions are CSS px of the picture. */
export interface Frame {
  window: TimeWindow;
  extent: TimeWindow;
  /** Items that are shown. */
  shown: number;
  width: number;
  height: number;
  plot: Rect;
  overview: Rect;
  brush: Rect;
  hovered: Target | null;
  anchor: [x: number, y: number] | null;
  chosen: [x: number, y: number] | null;
  clicked: Target | null;
  title: string;
  description: string;
  /** What went wrong since the last frame, such as texts that cannot be read any more. */
  trouble: Problem | null;
}

/** What happened since the last frame, in order; the width there is in CSS px, and the canvas's pixels to one of them. */
export interface FrameRequest {
  intents: Intent[];
  width: number;
  ratio: number;
}

/** A section with its colour in the picture. */
export interface Section {
  id: number;
  title: string;
  inferred: boolean;
  color: string;
}

/** A part of the list: newest first, the first `dated` of all have a date. */
export interface Page {
  /** Which dates it is in the order of. */
  axis: Axis;
  offset: number;
  total: number;
  dated: number;
  items: Item[];
}

/** What a report is, once read. */
export interface Loaded {
  report: Report;
  diagnostics: Diagnostic[];
  summary: Summary;
  legend: Section[];
  /** What went wrong beside it, such as names of countries that could not be had. */
  problems: Problem[];
  /** Languages beside English and Spanish whose names of countries it was read with. */
  languages: string[];
}

/** What another coding makes of a report. */
export interface Coded {
  /** Counts of all items. */
  all: Summary;
  /** Counts under the filter. */
  summary: Summary;
  /** Corrections whose items are not there. */
  unmatched: Diagnostic[];
}

export interface LoadOptions {
  name: string;
  referenceDate: string | null;
  dateOrder?: 'mdy' | 'dmy' | 'ymd';
  /** Languages beside English and Spanish in which countries may be named. */
  languages?: string[];
}

export interface ImageOptions {
  chart?: 'both' | 'timeline' | 'countries';
  format?: 'png' | 'svg';
  width?: number;
  height?: number;
  scale?: number;
  theme?: 'light' | 'dark' | 'auto';
  range?: 'window' | 'all';
  title?: string;
  note?: string;
  lang?: string;
  transparent?: boolean;
}

export interface DataOptions {
  format?: 'csv' | 'json';
  scope?: 'filtered' | 'all';
}

/** How far a load is, in bytes while it is fetched and read. */
export interface Progress {
  phase: 'fetch' | 'read' | 'index';
  done: number;
  total: number;
  /** Of items: how many are read, how many bytes a second, and how many seconds it may take still. */
  items?: number;
  rate?: number;
  left?: number;
  /** How many pictures were shown on the way. */
  shown?: number;
}

/** How items are written. */
export type ItemFormat = 'ndjson' | 'csv' | 'json' | 'arrow' | 'columns';

/** Items on their way to the engine; of a file at most so many items are taken. */
export type GivenItems =
  | { format: 'columns'; columns: ItemColumns }
  | { format: Exclude<ItemFormat, 'columns'>; blob: Blob; most?: number };

/** The engine that reads texts, or the one that takes items as columns. */
export type EngineKind = 'reports' | 'items';

/** Where the engines are told to find their files, and the font of the picture. */
export interface Setup {
  /** Of each engine, unless it lies where it is built to. */
  wasm: Record<EngineKind, string | null>;
  names: string | null;
  fontFamily: string;
}

/** One engine's code: its address, and as the page compiled it, once for all viewers; null where it could not. */
export interface Code {
  address: string;
  module: WebAssembly.Module | null;
}

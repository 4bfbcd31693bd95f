// The shapes of the element's data, as the engine gives them and pages read them.
//
// Report, items and diagnostics are snake_case, options, filter and summary camelCase: in every door the same.

/** Half-open bytes of the decoded document. */
export type Span = [start: number, end: number];

/** Which of its dates places an item: its publication, or the first of what its text reports. */
export type Axis = 'published' | 'mentioned';

/** Which words code an item by country: all, or names, demonyms and abbreviations alone. */
export type Evidence = 'all' | 'names';

/** What an item counts for each of its countries: 1, or its share of 1. */
export type Counting = 'full' | 'fractional';

/** A country that the reader adds to an item or takes from it. */
export interface Correction {
  /** The item's id. */
  item: string;
  /** ISO 3166-1 alpha-2, or XK. */
  code: string;
  action: 'add' | 'remove';
}

/** How items are coded and counted. */
export interface Coding {
  evidence: Evidence;
  counting: Counting;
  corrections: Correction[];
}

/** OR within a key, AND between keys; absent or [] = all. */
export interface Filter {
  countries?: string[];
  sections?: number[];
  outlets?: string[];
  languages?: string[];
  kinds?: string[];
  stateMedia?: boolean;
  text?: string;
  from?: string | number;
  to?: string | number;
}

/** A range of time in both notations: as a person writes it, and in ms UTC, the end exclusive. */
export interface TimeWindow {
  from: string | number;
  to: string | number;
  start: number;
  end: number;
}

/** What a filter reads back as: what was written, and what it means in ms UTC. */
export interface ResolvedFilter extends Filter {
  start?: number;
  end?: number;
}

/** Counts: `shown` also follows the window, all others the filter alone. */
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
  evidence: Evidence;
  counting: Counting;
  /** By items, in fractional counting by weight. */
  countries: { code: string; name: string; items: number; weight: number }[];
  /** Countries that items name together: the 100 most frequent pairs, and how many more there are. */
  pairs: { a: string; b: string; items: number }[];
  morePairs: number;
  outlets: { name: string; items: number }[];
  languages: { code: string; items: number }[];
}

/** A date as written and as understood. */
export interface ItemDate {
  start: string | null;
  end: string | null;
  precision: string;
  /** What the words say of their sentence: it happened then, is to happen then, or they only speak of a time. */
  role: 'event' | 'scheduled' | 'mention';
  expression: string;
  approximate: boolean;
  basis: 'explicit' | 'year-inferred' | 'relative' | 'heading';
  why: string;
  span: Span;
  /** Other times that the words can mean, most likely first; absent where there is none. */
  alternatives?: { start: string; end: string }[];
}

/** Words that name a country, and the rule that decided it where the words alone do not. */
export interface Mention {
  text: string;
  kind: string;
  span: Span;
  rule?: string;
}

/** A country and the words that name it. */
export interface ItemCountry {
  code: string;
  name: string;
  /** A country that the reader added has one of kind `correction`, without words. */
  mentions: Mention[];
}

/** One dated statement of a report. */
export interface Item {
  id: string;
  kind: string;
  text: string;
  published: ItemDate | null;
  dates: ItemDate[];
  outlet: string | null;
  byline: string | null;
  label: string | null;
  language: string;
  state_media: boolean;
  section: number;
  url: string | null;
  countries: ItemCountry[];
  source: { document: string; line: number; span: Span };
  confidence: 'certain' | 'inferred' | 'doubtful';
  /** The date that the axis `mentioned` places it at, where there is one; never in `items()`, whose dates are whole. */
  mentioned?: ItemDate;
  /** Whether text, dates or mentions are cut, as those of very long items are on the screen; never in `items()`. */
  cut?: true;
}

/** What the report says of itself. */
export interface Report {
  title: string;
  series: string | null;
  number: string | null;
  language: string;
  reference_date: { date: string; basis: 'option' | 'printed' | 'inferred'; why: string } | null;
  coverage: { start: string; end: string } | null;
  sections: { id: number; title: string; inferred: boolean; why?: string; line: number }[];
  state_media: { items: number; of: number; share: number; stated_limit: number | null };
}

/** One remark about one place in the text. */
export interface Diagnostic {
  code: string;
  severity: 'info' | 'warning';
  line: number;
  span: Span;
  message: string;
  fix: string;
}

/** Dictionary codes; the largest number of the array's type means none. */
export interface Coded {
  codes: Uint8Array | Uint16Array | Uint32Array;
  dictionary: string[];
}

/** `length + 1` offsets, from 0, never falling. */
export interface Ragged<B> {
  offsets: Uint32Array | Float64Array;
  bytes: B;
}

/** Items as columns, in any order; the buffers are transferred (detached) unless `options.copy`. */
export interface ItemColumns {
  format: 'columns';
  version: 1;
  length: number;
  /** ms since 1970-01-01 UTC; NaN = undated. */
  start: Float64Array;
  /** Exclusive; absent = one unit of precision. */
  end?: Float64Array;
  /** 0 day (default) 1 minute 2 hour 3 week 4 month 5 quarter 6 half 7 year 8 decade 9 range */
  precision?: Uint8Array;
  /** Bits: 0 state media, 1 approximate, 2 inferred, 3 doubtful. */
  flags?: Uint8Array;
  section?: Coded;
  outlet?: Coded;
  language?: Coded;
  kind?: Coded;
  /** ISO 3166-1 alpha-2; row i has codes[offsets[i]..offsets[i + 1]]. */
  countries?: Coded & { offsets: Uint32Array };
  /** UTF-8. */
  text?: Ragged<Uint8Array | Blob>;
  /** Absent = the row number as a string. */
  ids?: Ragged<Uint8Array>;
}

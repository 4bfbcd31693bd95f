// Items one by one, as item columns: dictionaries, codes of the smallest width, texts in pages.
//
// A row is a bag of values by role (`fields.ts`); what a value cannot mean is left out and counted, never guessed at.
// `columns` may be asked for at any time, and what it gives stays while more rows are added.
import type { ItemColumns } from '../engine/data.ts';
import { PRECISIONS, readDate, unitEnd, type Time } from './dates.ts';
import type { Row } from './fields.ts';
import { CodedColumn, Growing, Offsets } from './growing.ts';
import { MOST_ITEMS, MOST_TEXT, MOST_VALUES } from './limits.ts';
import { tooManyItems } from './problems.ts';
import { Remarks } from './remarks.ts';
import { PagedTexts } from './texts.ts';

const FLAGS = { stateMedia: 1, approximate: 2, inferred: 4, doubtful: 8 };
const SEPARATORS = /[\s~;,|/]+/;
const TRUE = new Set(['true', 'yes', '1', 'y', 't']);

type Parts = Record<string, unknown>;

export class ColumnsBuilder {
  readonly remarks = new Remarks();
  readonly texts: PagedTexts;
  readonly #start = new Growing(Float64Array);
  readonly #end = new Growing(Float64Array);
  readonly #precision = new Growing(Uint8Array);
  readonly #flags = new Growing(Uint8Array);
  readonly #coded = { outlet: coded(), language: coded(), kind: coded(), section: coded() };
  readonly #countries = coded();
  readonly #countryOffsets = new Growing(Uint32Array);
  readonly #textOffsets = new Offsets();
  readonly #ids = new PagedTexts(null);
  readonly #idOffsets = new Offsets();
  #hasEnds = false;
  #hasIds = false;
  /** Titles of sections by their number, where the document has them. */
  #sections = new Map<unknown, string>();

  /** `countries`: the codes that there are. */
  constructor(private readonly countries: ReadonlySet<string>, texts = new PagedTexts()) {
    this.texts = texts;
    this.#countryOffsets.push(0);
  }

  get length(): number {
    return this.#start.length;
  }

  /** The sections of the document in its order; items name them by number. */
  nameSections(sections: unknown): void {
    if (!Array.isArray(sections)) return;
    for (const section of sections as ({ id?: unknown; title?: unknown } | null)[]) {
      if (typeof section?.title !== 'string') continue;
      this.#sections.set(section.id, section.title);
      this.#coded.section.code(section.title);
    }
  }

  /** Adds an item. A row with neither date nor text is none, and only counted. Throws `too-many-items`. */
  add(row: Row, line: number): void {
    const date = parts(row.get('start'));
    const written = date ? date.start : row.get('start');
    const text = row.get('text');
    if (text === undefined && (written === undefined || written === null)) return this.remarks.add('no-item', line);
    if (this.length >= MOST_ITEMS) throw tooManyItems();
    const time = this.#time(written, line);
    const end = this.#endOf(date ? date.end : row.get('end'), time, line);
    this.#start.push(time ? time.start : NaN);
    this.#end.push(end ?? NaN);
    this.#hasEnds ||= end !== null;
    this.#precision.push(this.#precisionOf(date ? date.precision : row.get('precision'), time, end, line));
    this.#flags.push(flags(row, date));
    this.#code('outlet', row.get('outlet'), line);
    this.#code('language', row.get('language'), line);
    this.#code('kind', row.get('kind'), line);
    this.#section(row.get('section'), line);
    this.#addCountries(row.get('countries'), line);
    this.#addText(text, line);
    this.#addId(row.get('id'));
  }

  /** All rows so far. The texts are apart, in `texts`. */
  columns(): ItemColumns {
    const { outlet, language, kind, section } = this.#coded;
    return {
      format: 'columns',
      version: 1,
      length: this.length,
      start: this.#start.view(),
      ...(this.#hasEnds && { end: this.#ends() }),
      precision: this.#precision.view(),
      flags: this.#flags.view(),
      ...some('outlet', outlet),
      ...some('language', language),
      ...some('kind', kind),
      ...some('section', section),
      countries: { ...this.#countries.view(), offsets: this.#countryOffsets.view() },
      text: { offsets: this.#textOffsets.view(), bytes: new Uint8Array(0) },
      ...(this.#hasIds && { ids: { offsets: this.#idOffsets.view(), bytes: this.#ids.read(0, this.#ids.size) } }),
    };
  }

  #time(written: unknown, line: number): Time | null {
    if (written === undefined || written === null || written === '') return null;
    const time = readDate(written);
    if (!time) this.remarks.add('unreadable-date', line, written);
    return time;
  }

  #endOf(written: unknown, time: Time | null, line: number): number | null {
    if (written === undefined || written === null || !time) return null;
    const end = readDate(written)?.start;
    if (end !== undefined && end > time.start) return end;
    this.remarks.add('unreadable-end', line, written);
    return null;
  }

  /** What is said, else what the date's own words say; a longer stretch is a range. */
  #precisionOf(named: unknown, time: Time | null, end: number | null, line: number): number {
    if (typeof named === 'string' && named !== '') {
      const precision = PRECISIONS[named.toLowerCase()];
      if (precision !== undefined) return precision;
      this.remarks.add('unknown-precision', line, named);
    }
    if (!time) return 0;
    return end === null || end === unitEnd(time.start, time.precision) ? time.precision : (PRECISIONS.range ?? 0);
  }

  #code(name: 'outlet' | 'language' | 'kind' | 'section', value: unknown, line: number): void {
    const column = this.#coded[name];
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    const code = text === '' ? null : column.code(text.length > MOST_NAME ? text.slice(0, MOST_NAME) : text);
    if (code === null && text !== '') this.remarks.add('too-many-values', line, text);
    column.push(code);
  }

  #section(value: unknown, line: number): void {
    this.#code('section', this.#sections.get(value) ?? value, line);
  }

  #addCountries(value: unknown, line: number): void {
    const said = new Set<string>();
    for (const written of countryCodes(value)) {
      const code = written.toUpperCase();
      if (said.has(code)) continue;
      said.add(code);
      if (this.countries.has(code)) this.#countries.push(this.#countries.code(code));
      else this.remarks.add('unknown-country', line, written);
    }
    this.#countryOffsets.push(this.#countries.length);
  }

  #addText(value: unknown, line: number): void {
    let text = value === undefined ? '' : typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    if (text.length > MOST_TEXT) {
      this.remarks.add('long-text', line);
      text = text.slice(0, MOST_TEXT);
    }
    this.#textOffsets.push(this.texts.add(text));
  }

  /** Where only some have one, the others are known by their number, as all are where none has one. */
  #addId(value: unknown): void {
    const id = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, MOST_NAME) : '';
    if (id !== '' && !this.#hasIds) {
      this.#hasIds = true;
      for (let row = 0; row < this.length - 1; row += 1) this.#idOffsets.push(this.#ids.add(String(row)));
    }
    if (this.#hasIds) this.#idOffsets.push(this.#ids.add(id || String(this.length - 1)));
  }

  /** Items without an end of their own last one unit. */
  #ends(): Float64Array {
    const [starts, precisions] = [this.#start.view(), this.#precision.view()];
    return this.#end.view().map((end, at) => (Number.isNaN(end) ? unitEnd(starts[at] ?? NaN, precisions[at] ?? 0) : end));
  }
}

/** The most characters of a name or id. */
const MOST_NAME = 200;

function coded(): CodedColumn {
  return new CodedColumn(MOST_VALUES);
}

function some<Name extends string>(name: Name, column: CodedColumn) {
  return column.dictionary.length > 0 ? { [name]: column.view() } : {};
}

/** A date that is an object, as in the items of our exports. */
function parts(value: unknown): Parts | null {
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? (value as Parts) : null;
}

function countryCodes(value: unknown): string[] {
  if (typeof value === 'string') return value.split(SEPARATORS).filter(Boolean);
  if (!Array.isArray(value)) return [];
  const codes = value.map((each: unknown) => (typeof each === 'object' && each !== null ? (each as Parts).code : each));
  return codes.filter((code): code is string => typeof code === 'string' && code !== '');
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && TRUE.has(value.toLowerCase()));
}

function flags(row: Row, date: Parts | null): number {
  const confidence = row.get('confidence');
  const basis = date?.basis ?? row.get('basis');
  const inferred = confidence === 'inferred' || (confidence === undefined && typeof basis === 'string' && basis !== 'explicit');
  return (
    (isTrue(row.get('stateMedia')) ? FLAGS.stateMedia : 0) |
    (isTrue(date?.approximate ?? row.get('approximate')) ? FLAGS.approximate : 0) |
    (inferred ? FLAGS.inferred : 0) |
    (confidence === 'doubtful' ? FLAGS.doubtful : 0)
  );
}

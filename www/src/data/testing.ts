// For tests: items read by a format's reader, as plain rows that can be compared.
import type { Coded, Diagnostic, ItemColumns } from '../engine/data.ts';
import type { ItemFormat, Progress } from '../engine/protocol.ts';
import { readItems } from './read-items.ts';
import type { Texts } from './texts.ts';

export interface PlainItem {
  id?: string;
  start: string | null;
  end?: string | null;
  precision: number;
  flags: number;
  text: string;
  outlet?: string;
  language?: string;
  kind?: string;
  section?: string;
  countries: string;
}

export interface Read {
  items: PlainItem[];
  remarks: Diagnostic[];
  /** How many items each picture had. */
  shown: number[];
  notes: Progress[];
  columns: ItemColumns;
}

const COUNTRIES = new Set(['VE', 'GY', 'FR', 'DE', 'US', 'XK']);

/** How a test interferes. */
export interface Hand {
  check?: () => void;
  keeping?: () => boolean;
  most?: number;
}

/** Reads a file's content as a format. Throws what the reader throws. */
export async function read(format: Exclude<ItemFormat, 'columns'>, content: BlobPart | Blob, hand: Hand = {}): Promise<Read> {
  const shown: number[] = [];
  const notes: Progress[] = [];
  let last: { columns: ItemColumns; texts: Texts | null } | null = null;
  const stage = {
    countries: COUNTRIES,
    check: hand.check ?? (() => undefined),
    keeping: hand.keeping ?? (() => false),
    note: (progress: Progress) => void notes.push(progress),
    show: (columns: ItemColumns, texts: Texts | null) => {
      shown.push(columns.length);
      last = { columns, texts };
      return [];
    },
  };
  const blob = content instanceof Blob ? content : new Blob([content]);
  const remarks = await readItems(stage, { format, blob, ...(hand.most && { most: hand.most }) });
  const { columns, texts } = last as unknown as { columns: ItemColumns; texts: Texts };
  return { items: plain(columns, texts), remarks, shown, notes, columns };
}

/** The code of the problem that reading ends with; null where it ends well. */
export async function problemOf(format: Exclude<ItemFormat, 'columns'>, content: BlobPart | Blob, hand?: Hand): Promise<string | null> {
  return read(format, content, hand).then(() => null, (error: { code?: string; message?: string }) => error.code ?? `no problem: ${error.message}`);
}

const decoder = new TextDecoder();

export function plain(columns: ItemColumns, texts: Texts): PlainItem[] {
  return Array.from({ length: columns.length }, (_, row) => {
    const [from, to] = [columns.text?.offsets[row] ?? 0, columns.text?.offsets[row + 1] ?? 0];
    const item: PlainItem = {
      start: instant(columns.start[row]),
      precision: columns.precision?.[row] ?? 0,
      flags: columns.flags?.[row] ?? 0,
      text: decoder.decode(texts.read(from, to)),
      countries: countriesOf(columns, row),
    };
    if (columns.end) item.end = instant(columns.end[row]);
    if (columns.ids) item.id = decoder.decode(columns.ids.bytes.subarray(columns.ids.offsets[row], columns.ids.offsets[row + 1]));
    for (const name of ['outlet', 'language', 'kind', 'section'] as const) {
      const value = valueOf(columns[name], row);
      if (value !== undefined) item[name] = value;
    }
    return item;
  });
}

function instant(ms: number | undefined): string | null {
  return ms === undefined || Number.isNaN(ms) ? null : new Date(ms).toISOString().replace('T00:00:00.000Z', '');
}

function valueOf(column: Coded | undefined, row: number): string | undefined {
  return column?.dictionary[column.codes[row] ?? -1];
}

function countriesOf({ countries }: ItemColumns, row: number): string {
  if (!countries) return '';
  const codes = countries.codes.subarray(countries.offsets[row], countries.offsets[row + 1]);
  return Array.from(codes, (code) => countries.dictionary[code]).join('~');
}

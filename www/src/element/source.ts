// Where a report comes from: text, an address, a file or a response; and the text that came out of it.
//
// A string is text, never an address. The text is kept here, in the page, so that it outlives the engine.
import { aborted, DatelineError, isAborted } from '../engine/problem.ts';
import type { Diagnostic, ItemColumns, Span } from '../engine/data.ts';
import type { ItemFormat } from '../engine/protocol.ts';
import { checkSize, decode, remarks } from './decode.ts';

/** What `load` takes. */
export type Source = string | URL | Blob | Response | ItemColumns | readonly unknown[];

/** What `options.format` may say. */
const FORMATS: readonly string[] = ['text', 'ndjson', 'csv', 'json', 'arrow', 'columns'];

/** Names and types of files of items; by what they end with. */
const NAMED: [format: ItemFormat, name: RegExp][] = [
  ['ndjson', /ndjson$|jsonl$|jsonlines$/],
  ['csv', /[./]csv$|[./]tsv$|tab-separated-values$/],
  ['json', /[./]json$/],
  ['arrow', /arrows?$|feather$|arrow\.(file|stream)$/],
];

/** The format of a source of items, as it is asked for or else as name or type say; null for the text of a report. */
export function itemFormat(source: Source, asked?: string): ItemFormat | null {
  if (asked && !FORMATS.includes(asked)) {
    throw new DatelineError({ code: 'bad-option', message: 'This is not a choice of `format`.', fix: `Write one of: ${FORMATS.join(', ')}.` });
  }
  if (isColumns(source)) return 'columns';
  if (Array.isArray(source)) return 'json';
  if (asked) return asked === 'text' ? null : (asked as ItemFormat);
  const [name, type] = source instanceof Response ? [fileName(source.url), source.headers.get('content-type') ?? ''] : source instanceof Blob ? [source instanceof File ? source.name : '', source.type] : ['', ''];
  const told = (word: string) => NAMED.find(([, pattern]) => pattern.test(word.toLowerCase()))?.[0];
  return (name.includes('.') && told(name)) || told(type.split(';')[0] ?? '') || null;
}

/** Whether these are item columns. */
export function isColumns(source: Source): source is ItemColumns {
  return typeof source === 'object' && (source as object | null) !== null && 'format' in source && source.format === 'columns';
}

/** A decoded document. */
export interface Document {
  name: string;
  text: string;
  /** What there is to say about how it was decoded. */
  remarks: Diagnostic[];
}

/** Reads a source whole. Throws `AbortError` or a problem with code, message and fix. */
export async function readSource(source: Source, name: string | undefined, signal: AbortSignal): Promise<Document> {
  try {
    const found = await read(source);
    return { ...found, name: name ?? found.name };
  } catch (error) {
    if (signal.aborted || isAborted(error)) throw aborted();
    throw error;
  }
}

async function read(source: Source): Promise<Document> {
  if (typeof source === 'string') {
    checkSize(source.length);
    return { name: '', text: source.startsWith('\ufeff') ? source.slice(1) : source, remarks: [] };
  }
  if (source instanceof Response) {
    checkResponse(source);
    checkSize(Number(source.headers.get('content-length') ?? 0));
    return document(fileName(source.url), await source.arrayBuffer());
  }
  if (source instanceof Blob) {
    checkSize(source.size);
    const name = source instanceof File ? source.name : '';
    return document(name, await source.arrayBuffer());
  }
  throw new DatelineError({
    code: 'bad-source',
    message: 'This kind of source cannot be read.',
    fix: 'Give a text, a URL, File, Blob or Response, item columns or a list of items.',
  });
}

/** What an address answers. Throws `AbortError` or `network-error`. */
export async function request(address: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { signal });
  } catch (error) {
    if (signal.aborted || isAborted(error)) throw aborted();
    throw unreachable(address.href);
  }
}

function unreachable(address: string): DatelineError {
  return new DatelineError({
    code: 'network-error',
    message: `${address || 'The address'} could not be reached.`,
    fix: 'Check the connection and the address; another site must allow this page to read it (CORS).',
  });
}

/** Throws `bad-address` for what cannot be one. */
export function addressOf(written: string, base: string): URL {
  try {
    return new URL(written, base);
  } catch {
    const message = `\`${written.slice(0, 80)}\` is no address.`;
    throw new DatelineError({ code: 'bad-address', message, fix: 'Correct `src`.' });
  }
}

/** Throws `network-error`, `source-not-found` or `source-refused`. */
export function checkResponse({ type, ok, status, statusText, url }: Response): void {
  if (type === 'error') throw unreachable(url);
  if (ok) return;
  throw new DatelineError({
    code: status === 404 ? 'source-not-found' : 'source-refused',
    message: `${url} answered ${status} ${statusText}`.trim() + '.',
    fix: 'Check the address in `src`.',
  });
}

function document(name: string, bytes: ArrayBuffer): Document {
  const decoded = decode(new Uint8Array(bytes));
  return { name, text: decoded.text, remarks: remarks(decoded) };
}

/** The last part of an address. */
export function fileName(address: string): string {
  const last = address.split(/[?#]/)[0]?.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** A document's text by bytes, as spans count them. The bytes are made at the first question. */
export class SourceText {
  #bytes: Uint8Array | undefined;

  constructor(readonly text: string) {}

  /** The words of a span; "" where it does not fit. */
  slice([start, end]: Span): string {
    return this.#decode(start, end);
  }

  /** Where a span lies in the text, in UTF-16 units. */
  range([start, end]: Span): { start: number; end: number } {
    const before = this.#decode(0, start).length;
    return { start: before, end: before + this.#decode(start, end).length };
  }

  #decode(start: number, end: number): string {
    this.#bytes ??= new TextEncoder().encode(this.text);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#bytes.subarray(start, end));
  }
}

// From what a page gives to what the engine takes: a file, or columns. Refused here what will not fit, before anything
// is changed.
import { GIB, MOST_BYTES } from '../../data/limits.ts';
import { tooLarge, willNotFit } from '../../data/problems.ts';
import { aborted, DatelineError } from '../../engine/problem.ts';
import type { GivenItems, ItemFormat, Progress } from '../../engine/protocol.ts';
import { pause } from '../../engine/slices.ts';
import { checkResponse, fileName, isColumns, type Source } from '../source.ts';
import { checkColumns, sizeOf } from './columns.ts';

/** Bytes of memory that a byte of a file needs, its texts and columns and what its reader holds. */
const FACTORS: Record<Exclude<ItemFormat, 'columns'>, number> = { ndjson: 0.9, csv: 1.1, json: 0.9, arrow: 2.2 };
/** Columns are held here and by the engine, for a moment. */
const COLUMNS_FACTOR = 2;
/** The share of a device's memory that data may take, and what a device is thought to have that does not say. */
const SHARE = 0.5;
const USUAL_GIB = 8;

/** Bytes of a response that are put into one Blob. */
const CHUNK_BYTES = 16 * 1024 * 1024;
/** How long items are written at one go, in ms, and how many before the clock is looked at. */
const SLICE_MS = 6;
const SLICE_ITEMS = 64;

/** What to tell on the way. */
export interface Way {
  signal: AbortSignal;
  note(progress: Progress): void;
}

export interface Gift {
  given: GivenItems;
  name: string;
}

/** What the engine takes. Throws `AbortError` or a problem. */
export async function give(source: Source, format: ItemFormat, way: Way): Promise<Gift> {
  if (isColumns(source)) {
    checkColumns(source);
    const { columns, texts } = sizeOf(source);
    checkFit(columns * COLUMNS_FACTOR + texts);
    return { given: { format: 'columns', columns: source }, name: '' };
  }
  if (format === 'columns') throw unfit('These are no item columns.');
  const items = Array.isArray(source);
  const blob = items ? await written(source as readonly unknown[], way) : await fileOf(source, way);
  const name = blob instanceof File ? blob.name : source instanceof Response ? fileName(source.url) : '';
  if (blob.size > MOST_BYTES) throw new DatelineError(tooLarge(blob.size, MOST_BYTES));
  checkFit(blob.size * FACTORS[format]);
  return { given: { format: items ? 'ndjson' : format, blob }, name };
}

/** Throws `not-enough-memory`. */
function checkFit(needed: number): void {
  const { deviceMemory = USUAL_GIB } = navigator as { deviceMemory?: number };
  const most = deviceMemory * SHARE * GIB;
  if (needed > most) throw new DatelineError(willNotFit(needed, most));
}

function unfit(message: string): DatelineError {
  return new DatelineError({ code: 'bad-source', message, fix: 'Give a text, a URL, File, Blob or Response, item columns or a list of items.' });
}

async function fileOf(source: Source, way: Way): Promise<Blob> {
  if (source instanceof Blob) return source;
  if (typeof source === 'string') return new Blob([source]);
  if (source instanceof Response) return fetched(source, way);
  throw unfit('This kind of source cannot be read.');
}

/** A response as a Blob that outlives it; a large one may lie on the browser's disk. */
async function fetched(response: Response, { signal, note }: Way): Promise<Blob> {
  checkResponse(response);
  const told = Number(response.headers.get('content-length') ?? 0);
  if (told > MOST_BYTES) throw new DatelineError(tooLarge(told, MOST_BYTES));
  const parts: Blob[] = [];
  let chunk: Uint8Array<ArrayBuffer>[] = [];
  let [done, held] = [0, 0];
  const put = () => {
    parts.push(new Blob(chunk));
    [chunk, held] = [[], 0];
  };
  const reader = response.body?.getReader();
  signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined), { once: true });
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunk.push(next.value);
    held += next.value.length;
    done += next.value.length;
    if (held >= CHUNK_BYTES) put();
    if (done > MOST_BYTES) throw new DatelineError(tooLarge(done, MOST_BYTES));
    note({ phase: 'fetch', done, total: Math.max(told, done) });
  }
  if (signal.aborted) throw aborted();
  put();
  return new Blob(parts);
}

/** Items as a file of one a line, written in slices: it crosses to the engine's thread as it is, and outlives it. */
async function written(items: readonly unknown[], { signal, note }: Way): Promise<Blob> {
  if (areDocuments(items)) throw documents();
  const parts: Blob[] = [];
  let lines: string[] = [];
  let begun = performance.now();
  for (const [at, item] of items.entries()) {
    lines.push(line(item, at));
    if (at % SLICE_ITEMS > 0 || performance.now() - begun < SLICE_MS) continue;
    parts.push(new Blob([lines.join('\n'), '\n']));
    lines = [];
    note({ phase: 'fetch', done: at, total: items.length });
    await pause();
    if (signal.aborted) throw aborted();
    begun = performance.now();
  }
  return new Blob([...parts, lines.join('\n')]);
}

function line(item: unknown, at: number): string {
  try {
    return JSON.stringify(item) ?? 'null';
  } catch (error) {
    throw unfit(`Item ${at} cannot be written as JSON: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}.`);
  }
}

/** Texts of reports: entries with a `text` that say nothing of a time. */
function areDocuments(items: readonly unknown[]): boolean {
  const isDocument = (item: unknown) => typeof item === 'object' && item !== null && 'text' in item && !('start' in item) && !('published' in item) && !('date' in item);
  return items.length > 0 && items.every(isDocument);
}

function documents(): DatelineError {
  return new DatelineError({
    code: 'bad-source',
    message: 'These are documents, texts without a `start`; a list of them cannot be read at once.',
    fix: 'Load the text of one of them; items without a date have `start: null`.',
  });
}

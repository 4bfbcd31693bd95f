// Where a report comes from: text, an address, a file or a response; and the text that came out of it.
//
// A string is text, never an address. The text is kept here, in the page, so that it outlives the engine.
import { aborted, DatelineError, isAborted } from '../engine/problem.ts';
import type { Diagnostic, Span } from '../engine/data.ts';
import { checkSize, decode, remarks } from './decode.ts';

/** What `load` takes. */
export type Source = string | URL | Blob | Response;

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
    const found = await read(source, signal);
    return { ...found, name: name ?? found.name };
  } catch (error) {
    if (signal.aborted || isAborted(error)) throw aborted();
    throw error;
  }
}

async function read(source: Source, signal: AbortSignal): Promise<Document> {
  if (typeof source === 'string') {
    checkSize(source.length);
    return { name: '', text: source.startsWith('\ufeff') ? source.slice(1) : source, remarks: [] };
  }
  if (source instanceof URL) return readResponse(await request(source, signal), source.href);
  if (source instanceof Response) return readResponse(source, source.url);
  if (source instanceof Blob) {
    checkSize(source.size);
    const name = source instanceof File ? source.name : '';
    return document(name, await source.arrayBuffer());
  }
  throw new DatelineError({
    code: 'bad-source',
    message: 'This kind of source cannot be read.',
    fix: 'Give a text, or a URL, File, Blob or Response.',
  });
}

async function request(address: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { signal });
  } catch (error) {
    if (isAborted(error)) throw error;
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

async function readResponse(response: Response, address: string): Promise<Document> {
  if (response.type === 'error') throw unreachable(address);
  if (!response.ok) {
    throw new DatelineError({
      code: response.status === 404 ? 'source-not-found' : 'source-refused',
      message: `${address} answered ${response.status} ${response.statusText}`.trim() + '.',
      fix: 'Check the address in `src`.',
    });
  }
  checkSize(Number(response.headers.get('content-length') ?? 0));
  return document(fileName(address), await response.arrayBuffer());
}

function document(name: string, bytes: ArrayBuffer): Document {
  const decoded = decode(new Uint8Array(bytes));
  return { name, text: decoded.text, remarks: remarks(decoded) };
}

function fileName(address: string): string {
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

// Where the texts of items lie: in one array, in pages, or in a Blob. All the same to who reads: bytes of all texts
// together, UTF-8, by position.
//
// A Blob is read in blocks by FileReaderSync, which only workers have; in the page it is read whole, or refused.
import type { Problem } from '../engine/problem.ts';
import { fileChanged } from './problems.ts';
import { ALONE_BYTES, BLOB_BYTES, BLOCK_BYTES, MIB, MOST_BLOCKS, MOST_WHOLE, PAGE_BYTES, PAGES_IN_MEMORY } from './limits.ts';

/** Bytes by position. What it gives may be looked at until the next call. */
export interface Texts {
  readonly size: number;
  read(start: number, end: number): Uint8Array;
}

/** One array that holds all. */
export class MemoryTexts implements Texts {
  constructor(private readonly bytes: Uint8Array) {}

  get size(): number {
    return this.bytes.length;
  }

  read(start: number, end: number): Uint8Array {
    return this.bytes.subarray(start, end);
  }
}

/** Of workers alone, which the page's types do not know. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** Reads a part of a Blob at once; absent in the page. */
export type ReadNow = (blob: Blob) => Uint8Array;

/** The platform's way, where it has one. Throws `file-changed` where the file behind a Blob is not what it was. */
export function readerNow(): ReadNow | null {
  if (typeof FileReaderSync === 'undefined') return null;
  const reader = new FileReaderSync();
  return (blob) => {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(reader.readAsArrayBuffer(blob));
    } catch (error) {
      throw error instanceof RangeError ? error : fileChanged();
    }
    if (bytes.length !== blob.size) throw fileChanged();
    return bytes;
  };
}

/** A Blob with the blocks of it that were read last. */
export class BlobTexts implements Texts {
  readonly #blocks = new Map<number, Uint8Array>();

  constructor(
    private readonly blob: Blob,
    private readonly now: ReadNow,
  ) {}

  get size(): number {
    return this.blob.size;
  }

  read(start: number, end: number): Uint8Array {
    const first = Math.floor(start / BLOCK_BYTES);
    const last = Math.floor(Math.max(start, end - 1) / BLOCK_BYTES);
    // One text of those that are shown: its neighbours in time lie anywhere, and a whole block would be read for each.
    const alone = end - start < ALONE_BYTES && !this.#blocks.has(first);
    if (alone || last - first > 1) return this.now(this.blob.slice(start, end));
    const from = start - first * BLOCK_BYTES;
    if (first === last) return this.#block(first).subarray(from, from + end - start);
    return joined([this.#block(first).subarray(from), this.#block(last).subarray(0, end - last * BLOCK_BYTES)]);
  }

  #block(at: number): Uint8Array {
    let block = this.#blocks.get(at);
    if (block) this.#blocks.delete(at);
    else block = this.now(this.blob.slice(at * BLOCK_BYTES, (at + 1) * BLOCK_BYTES));
    this.#blocks.set(at, block);
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > MOST_BLOCKS && oldest !== undefined) this.#blocks.delete(oldest);
    return block;
  }
}

/** One page of texts, in memory or in a Blob; the last is being written. */
interface Page {
  start: number;
  end: number;
  texts: Texts;
}

/** Puts pages away, and gives them back as texts. */
export type PutAway = (pages: Uint8Array[]) => Texts;

/** Into a Blob; null where it could not be read from there. */
function intoBlobs(): PutAway | null {
  const now = readerNow();
  return now && ((pages) => new BlobTexts(new Blob(pages as Uint8Array<ArrayBuffer>[]), now));
}

/** Texts that are added one after the other. The oldest pages are put away where there are too many. */
export class PagedTexts implements Texts {
  #pages: Page[] = [];
  #page = new Uint8Array(PAGE_BYTES);
  #used = 0;
  #size = 0;
  #inMemory = 0;
  /** Pages from here on are in memory. */
  #firstInMemory = 0;

  constructor(
    private readonly away: PutAway | null = intoBlobs(),
    private readonly most = PAGES_IN_MEMORY,
    private readonly blobBytes = BLOB_BYTES,
  ) {}

  get size(): number {
    return this.#size;
  }

  /** Adds a text; gives the size of all. */
  add(text: string): number {
    for (let rest = text; rest !== ''; ) {
      const { read, written } = encoder.encodeInto(rest, this.#page.subarray(this.#used));
      this.#used += written;
      this.#size += written;
      if (read === rest.length) break;
      rest = rest.slice(read);
      this.#turn();
    }
    return this.#size;
  }

  /** Adds bytes that are UTF-8; gives the size of all. */
  addBytes(bytes: Uint8Array): number {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + PAGE_BYTES - this.#used);
      this.#page.set(part, this.#used);
      this.#used += part.length;
      this.#size += part.length;
      at += part.length;
      if (this.#used === PAGE_BYTES) this.#turn();
    }
    return this.#size;
  }

  read(start: number, end: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let at = start; at < end; ) {
      const part = this.#part(at, end);
      if (part.length === 0) break;
      parts.push(part);
      at += part.length;
    }
    return parts.length === 1 ? (parts[0] as Uint8Array) : joined(parts);
  }

  #part(at: number, end: number): Uint8Array {
    const begun = this.#size - this.#used;
    if (at >= begun) return this.#page.subarray(at - begun, Math.min(end - begun, this.#used));
    const page = this.#pages[this.#find(at)];
    return page ? page.texts.read(at - page.start, Math.min(end, page.end) - page.start) : NONE;
  }

  /** The page that holds a position. */
  #find(at: number): number {
    let [low, high] = [0, this.#pages.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pages[middle]?.start ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #turn(): void {
    const used = this.#used;
    this.#pages.push({ start: this.#size - used, end: this.#size, texts: new MemoryTexts(this.#page.subarray(0, used)) });
    this.#inMemory += used;
    this.#page = new Uint8Array(PAGE_BYTES);
    this.#used = 0;
    if (this.#inMemory > this.most && this.away) this.#putAway(this.away);
  }

  /** Puts the oldest pages in memory away as one. */
  #putAway(away: PutAway): void {
    const from = this.#firstInMemory;
    let to = from;
    for (let bytes = 0; bytes < this.blobBytes && to < this.#pages.length; to += 1) bytes += bytesOf(this.#pages[to]);
    const pages = this.#pages.slice(from, to);
    const [first, last] = [pages[0], pages.at(-1)];
    if (!first || !last) return;
    const page = { start: first.start, end: last.end, texts: away(pages.map(({ texts }) => texts.read(0, texts.size))) };
    this.#pages.splice(from, pages.length, page);
    this.#firstInMemory = from + 1;
    this.#inMemory -= bytesOf(page);
  }
}

function bytesOf(page: Page | undefined): number {
  return page ? page.end - page.start : 0;
}

/** Texts of columns that a page gave. Throws where a Blob cannot be read here. */
export async function textsOf(bytes: Uint8Array | Blob, now = readerNow()): Promise<Texts> {
  if (bytes instanceof Uint8Array) return new MemoryTexts(bytes);
  if (now) return new BlobTexts(bytes, now);
  if (bytes.size > MOST_WHOLE) throw tooLargeHere(bytes.size);
  const whole = await bytes.arrayBuffer().catch((error: unknown) => {
    throw error instanceof RangeError ? error : fileChanged();
  });
  return new MemoryTexts(new Uint8Array(whole));
}

const tooLargeHere = (size: number): Problem => ({
  code: 'not-enough-memory',
  message: `Without a worker at most ${MOST_WHOLE / MIB} MiB of texts in a Blob can be read; these are ${Math.ceil(size / MIB)} MiB.`,
  fix: 'Allow the page a worker (worker-src), or give fewer texts.',
});

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const encoder = new TextEncoder();
const NONE = new Uint8Array(0);

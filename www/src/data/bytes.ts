// A file's bytes, piece by piece: the next slice is on its way while the last is read.
//
// A file that changes while it is read is an error, and never half a file that looks like a whole one.
import { isProblem } from '../engine/problem.ts';
import { PIECE_BYTES, READ_BYTES } from './limits.ts';
import { endsEarly, fileChanged } from './problems.ts';

/** Pieces of a few milliseconds' work each. Throws `file-changed`. */
export async function* pieces(blob: Blob, readBytes = READ_BYTES): AsyncGenerator<Uint8Array> {
  let next = blob.size > 0 ? read(blob, 0, readBytes) : null;
  for (let at = 0; next; at += readBytes) {
    const slice: Uint8Array = await next;
    next = at + readBytes < blob.size ? read(blob, at + readBytes, readBytes) : null;
    next?.catch(() => undefined);
    for (let from = 0; from < slice.length; from += PIECE_BYTES) yield slice.subarray(from, from + PIECE_BYTES);
  }
}

async function read(blob: Blob, at: number, bytes: number): Promise<Uint8Array> {
  const part = blob.slice(at, at + bytes);
  const whole = await part.arrayBuffer().catch(notReadable);
  if (whole.byteLength !== Math.min(bytes, blob.size - at)) throw endsEarly();
  return new Uint8Array(whole);
}

/** All of it. Throws `file-changed`, or what the browser throws for want of memory. */
export async function wholeOf(blob: Blob): Promise<Uint8Array> {
  const whole = await blob.arrayBuffer().catch(notReadable);
  if (whole.byteLength !== blob.size) throw endsEarly();
  return new Uint8Array(whole);
}

function notReadable(error: unknown): never {
  if (error instanceof RangeError || isProblem(error)) throw error;
  throw fileChanged();
}

/** Bytes as text, whatever the pieces cut through; by its mark, else UTF-8 or, where the beginning is none, Windows-1252. */
export class TextPieces {
  #decoder: TextDecoder | null = null;
  encoding = 'utf-8';

  next(bytes: Uint8Array): string {
    this.#decoder ??= this.#begin(bytes);
    return this.#decoder.decode(bytes, { stream: true });
  }

  end(): string {
    return this.#decoder?.decode() ?? '';
  }

  #begin(bytes: Uint8Array): TextDecoder {
    this.encoding = marked(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
    return new TextDecoder(this.encoding);
  }
}

function marked([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** A character may be cut at the end of the piece. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

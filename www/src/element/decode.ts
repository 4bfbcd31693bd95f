// From bytes to text: byte order mark, then UTF-16 without a mark, then UTF-8, else Windows-1252.
//
// Every file that is text gives a text; what is not text is an error with a remedy, never a page of garbage. The
// program decides by the same rules; one table of cases holds both to the same answers.
import { DatelineError } from '../engine/problem.ts';

/** The largest document in bytes: what a page can hold twice without trouble. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** How many bytes tell what a file is. */
const SAMPLE = 4096;
/** The share of control characters above which a file is no text. */
const MAX_CONTROL_SHARE = 0.02;
/** The share of NULs in the even or the odd bytes above which they are halves of UTF-16. */
const MIN_NUL_SHARE = 0.3;

const MARKS: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Files that people take for text; their first bytes give them away. */
const FORMATS: [name: string, magic: number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP or Office', [0x50, 0x4b, 0x03, 0x04]],
  ['old Office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['gzip', [0x1f, 0x8b]],
];

const startsWith = (bytes: Uint8Array, head: number[]) => head.every((byte, at) => bytes[at] === byte);

/** The text of a file. Throws `input-too-large` or `not-text`. */
export function decode(bytes: Uint8Array): string {
  checkSize(bytes.length);
  const format = FORMATS.find(([, magic]) => startsWith(bytes, magic));
  if (format) throw notText(`It is a ${format[0]} file`);
  const marked = MARKS.find(([, mark]) => startsWith(bytes, mark));
  if (marked) return new TextDecoder(marked[0]).decode(bytes);
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  if (controlShare(bytes) > MAX_CONTROL_SHARE) throw notText('It is a binary file');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Throws `input-too-large` for more bytes than a page should hold. */
export function checkSize(bytes: number): void {
  if (bytes <= MAX_BYTES) return;
  throw new DatelineError({
    code: 'input-too-large',
    message: `The document has ${Math.ceil(bytes / 1048576)} MiB; at most ${MAX_BYTES / 1048576} MiB are read here.`,
    fix: 'Split the document, or use the command line, which reads in constant memory.',
  });
}

/** Mostly Latin text in UTF-16 has a NUL in every second byte. */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE & ~1);
  const pairs = sample.length >> 1;
  if (pairs === 0) return null;
  const nuls: [number, number] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[(at & 1) as 0 | 1] += 1;
  });
  const [even, odd] = nuls;
  if (odd / pairs > MIN_NUL_SHARE && even * 4 < odd) return 'utf-16le';
  if (even / pairs > MIN_NUL_SHARE && odd * 4 < even) return 'utf-16be';
  return null;
}

function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLE);
  const isControl = (byte: number) => (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f;
  return sample.length === 0 ? 0 : sample.filter(isControl).length / sample.length;
}

function notText(message: string): DatelineError {
  return new DatelineError({
    code: 'not-text',
    message: `${message}, not a text.`,
    fix: 'Save the report as plain text (UTF-8), or copy its text and paste it.',
  });
}

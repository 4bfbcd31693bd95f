// From bytes to text, by the rules that the program follows too (`crate/cli/src/decode.rs`; one table of cases holds
// both to the same answers):
//
// 1. A byte order mark decides: UTF-8, UTF-16 little or big endian. It is removed.
// 2. Without NUL bytes, what is valid UTF-8 is UTF-8.
// 3. With NUL bytes, UTF-16 is told by where they stand: in Latin text every second byte is one.
// 4. Bytes that are mostly good UTF-8 are UTF-8 with damage.
// 5. The rest is Windows-1252, which knows every byte.
//
// A text with a NUL, or with more than one control character in twenty, is no text.
import type { Diagnostic } from '../engine/data.ts';
import { DatelineError } from '../engine/problem.ts';

/** The largest document in bytes. A longer one is hardly one report; its text and items are held at once. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** One NUL in so many units is enough for UTF-16. */
const UNITS_A_NUL = 3;
/** So many more NULs must stand on the one side than on the other. */
const SIDES = 10;
/** More than one control character in so many is no text. */
const CHARACTERS_A_CONTROL = 20;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A text and how it was written. */
export interface Decoded {
  /** Without byte order mark. */
  text: string;
  encoding: Encoding;
  /** Whether nothing in the bytes proves the encoding. */
  guessed: boolean;
  /** How many characters could not be read and are U+FFFD now. */
  damaged: number;
}

const MARKS: [Encoding, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Reads bytes as text. Throws `input-too-large` or `binary-input`. */
export function decode(bytes: Uint8Array): Decoded {
  checkSize(bytes.length);
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const encoding = marked ? marked[0] : unmarked(bytes);
  const body = marked ? bytes.subarray(marked[1].length) : bytes;
  const text = read(body, encoding);
  if (isNoText(text)) throw new DatelineError(BINARY);
  const damaged = isSound(body, encoding) ? 0 : count(text, DAMAGE);
  return { text, encoding, guessed: encoding === 'windows-1252', damaged };
}

/** Throws `input-too-large` for more bytes than a page should hold. */
export function checkSize(bytes: number): void {
  if (bytes <= MAX_BYTES) return;
  throw new DatelineError({
    code: 'input-too-large',
    message: `The document has ${Math.ceil(bytes / 2 ** 20)} MiB; at most ${MAX_BYTES / 2 ** 20} MiB are read.`,
    fix: 'Split it into single reports.',
  });
}

/** What there is to say about how a text was decoded. */
export function remarks({ encoding, guessed, damaged }: Decoded): Diagnostic[] {
  const whole = { line: 0, span: [0, 0] as [number, number] };
  const found: Diagnostic[] = [];
  if (guessed) {
    const message = `The text is not UTF-8 and was read as ${encoding}.`;
    found.push({ ...whole, code: 'encoding-guessed', severity: 'info', message, fix: 'Save the file as UTF-8.' });
  }
  if (damaged > 0) {
    const message = `${damaged} characters could not be read as ${encoding}.`;
    const fix = 'Look for \ufffd in the text, and save the file again from its source.';
    found.push({ ...whole, code: 'damaged-text', severity: 'warning', message, fix });
  }
  return found;
}

function unmarked(bytes: Uint8Array): Encoding {
  const wide = twoByteUnits(bytes);
  if (wide) return wide;
  return isSound(bytes, 'utf-8') || isMostlyGood(read(bytes, 'utf-8')) ? 'utf-8' : 'windows-1252';
}

/** UTF-16, where NULs stand on one side of the units. */
function twoByteUnits(bytes: Uint8Array): Encoding | null {
  let [first, second] = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) first += 1;
    else second += 1;
  });
  const enough = (nuls: number) => nuls > 0 && nuls * UNITS_A_NUL * 2 >= bytes.length;
  if (enough(second) && first * SIDES <= second) return 'utf-16le';
  if (enough(first) && second * SIDES <= first) return 'utf-16be';
  return null;
}

/** A mark that is there twice is text the second time. */
function read(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function isSound(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const DAMAGE = /\ufffd/g;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** More other characters beyond ASCII than damage. */
function isMostlyGood(text: string): boolean {
  const damaged = count(text, DAMAGE);
  return count(text, /[^\0-\x7f]/gu) - damaged > damaged;
}

/** Tab, line feed, carriage return and form feed are no control characters here. */
function isNoText(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = count(text, /[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]/g);
  return controls > 0 && controls * CHARACTERS_A_CONTROL > [...text].length;
}

const BINARY = {
  code: 'binary-input',
  message: 'This is not plain text: it holds NULs or is full of control characters.',
  fix: 'Save the report as plain text, best in UTF-8, and read that file.',
};

// Item columns that a page gave: whether they are arrays of the right kind, and their way to the engine's thread.
//
// Only kinds are judged here; what the values mean, the engine judges.
import { badColumns, tooManyItems } from '../../data/problems.ts';
import { MIB, MOST_ITEMS } from '../../data/limits.ts';
import type { ItemColumns } from '../../engine/data.ts';
import { DatelineError } from '../../engine/problem.ts';
import { pause } from '../../engine/slices.ts';

type Kind = { new (length: number): TypedArray; readonly name: string };
type TypedArray = Float64Array | Uint8Array | Uint16Array | Uint32Array;

const CODES = [Uint8Array, Uint16Array, Uint32Array];
const OFFSETS = [Uint32Array, Float64Array];
const PLAIN: [name: 'start' | 'end' | 'precision' | 'flags', kind: Kind][] = [
  ['start', Float64Array],
  ['end', Float64Array],
  ['precision', Uint8Array],
  ['flags', Uint8Array],
];
const CODED = ['section', 'outlet', 'language', 'kind', 'countries'] as const;
const KNOWN = new Set<string>(['format', 'version', 'length', 'text', 'ids', ...PLAIN.map(([name]) => name), ...CODED]);

/** Bytes that are copied before others have their turn. */
const COPIED_AT_ONCE = 8 * MIB;

/** Throws `bad-columns` for what is no `ItemColumns`, or `too-many-items`. */
export function checkColumns(columns: ItemColumns): void {
  const { version, length, text, ids } = columns;
  if (version !== 1) throw bad(`\`version\` is ${String(version)}, not 1`);
  if (!Number.isInteger(length) || length < 0) throw bad('`length` is no whole number');
  if (length > MOST_ITEMS) throw new DatelineError(tooManyItems());
  const unknown = Object.keys(columns).find((name) => !KNOWN.has(name));
  if (unknown) throw bad(`\`${unknown.slice(0, 40)}\` is no column`);
  for (const [name, kind] of PLAIN) {
    if (name === 'start' || columns[name] != null) array(name, columns[name], [kind], length);
  }
  for (const name of CODED) if (columns[name] != null) coded(columns, name);
  if (text != null) {
    array('text.offsets', text.offsets, OFFSETS, length + 1);
    if (!(text.bytes instanceof Blob)) array('text.bytes', text.bytes, [Uint8Array]);
  }
  if (ids == null) return;
  array('ids.offsets', ids.offsets, OFFSETS, length + 1);
  array('ids.bytes', ids.bytes, [Uint8Array]);
}

function coded(columns: ItemColumns, name: (typeof CODED)[number]): void {
  const { codes, dictionary } = columns[name] ?? {};
  array(`${name}.codes`, codes, CODES, name === 'countries' ? undefined : columns.length);
  if (!Array.isArray(dictionary) || !dictionary.every((value) => typeof value === 'string')) throw bad(`\`${name}.dictionary\` is no list of texts`);
  if (name === 'countries') array('countries.offsets', columns.countries?.offsets, [Uint32Array], columns.length + 1);
}

function array(name: string, value: unknown, kinds: readonly Kind[], length?: number): void {
  if (!kinds.some((kind) => value instanceof kind)) throw bad(`\`${name}\` is no ${kinds.map((kind) => kind.name).join(' or ')}`);
  const found = (value as TypedArray).length;
  if (length === undefined || found === length) return;
  const gone = found === 0 && (value as TypedArray).buffer.byteLength === 0;
  throw bad(gone ? `\`${name}\` is detached: its buffer was given away, perhaps by an earlier load without \`copy\`` : `\`${name}\` has ${found} values, not ${length}`);
}

function bad(why: string): DatelineError {
  return new DatelineError(badColumns(why));
}

/** Every array of the columns. */
function arrays(columns: ItemColumns): TypedArray[] {
  const { start, end, precision, flags, countries, text, ids } = columns;
  const coded = CODED.map((name) => columns[name]?.codes);
  const all = [start, end, precision, flags, ...coded, countries?.offsets, text?.offsets, text?.bytes, ids?.offsets, ids?.bytes];
  return all.filter((each): each is TypedArray => ArrayBuffer.isView(each));
}

/** How many bytes the columns hold, without texts in a Blob. */
export function sizeOf(columns: ItemColumns): { columns: number; texts: number } {
  const all = arrays(columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
  const texts = columns.text?.bytes instanceof Uint8Array ? columns.text.bytes.byteLength : 0;
  return { columns: all - texts, texts };
}

/** The buffers that go with the columns, each once. */
export function buffers(columns: ItemColumns): ArrayBuffer[] {
  const all = arrays(columns).map(({ buffer }) => buffer);
  return [...new Set(all)].filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
}

/** The same columns in buffers of their own, copied in portions so that the page goes on. */
export async function copied(columns: ItemColumns, check: () => void): Promise<ItemColumns> {
  const copies = new Map<unknown, TypedArray>();
  for (const array of arrays(columns)) if (!copies.has(array)) copies.set(array, await copy(array, check));
  const own = <A>(value: A): A => (copies.get(value) as A | undefined) ?? value;
  const same: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns)) {
    const inner = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
    same[name] = inner ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, own(part)])) : own(value);
  }
  return same as unknown as ItemColumns;
}

async function copy(array: TypedArray, check: () => void): Promise<TypedArray> {
  const own = new (array.constructor as Kind)(array.length);
  const rows = COPIED_AT_ONCE / array.BYTES_PER_ELEMENT;
  for (let from = 0; from < array.length; from += rows) {
    own.set(array.subarray(from, from + rows), from);
    await pause();
    check();
  }
  return own;
}

// From columns as JavaScript has them to the engine: each array goes over once.
import { Columns } from '../wasm/dateline_items/dateline_items.js';
import type { Coded, Diagnostic, ItemColumns } from '../engine/data.ts';
import type { ItemsEngine } from './engine.ts';
import type { Problem } from '../engine/problem.ts';

/** Texts that stay here; the engine asks for bytes of all of them together. */
export interface Texts {
  readonly size: number;
  read(start: number, end: number): Uint8Array;
}

/** What the engine counts bytes with, unless there are more. */
const SHORT = 2 ** 32;

/**
 * Shows items as columns in place of what is there, and gives what there is to say about them. Throws `bad-columns` and
 * others, and then nothing has changed.
 */
export function showColumns(engine: ItemsEngine, columns: ItemColumns, texts: Texts | null, name: string): Diagnostic[] {
  const { end, precision, flags, countries, ids, text } = columns;
  const given = new Columns(columns.start);
  try {
    if (end) given.end(end);
    if (precision) given.precision(precision);
    if (flags) given.flags(flags);
    for (const column of ['section', 'outlet', 'language', 'kind', 'countries'] as const) {
      const coded = columns[column];
      if (coded) giveCodes(given, column, coded);
    }
    if (countries) given.countries(countries.offsets);
    if (text && texts) giveTexts(given, text.offsets, texts);
    if (ids) given.ids(offsetsOf('ids', ids.offsets, ids.bytes.length), ids.bytes);
  } catch (error) {
    given.free();
    throw error;
  }
  return engine.showColumns(given, name);
}

function giveCodes(given: Columns, name: string, { codes, dictionary }: Coded): void {
  if (codes instanceof Uint8Array) given.bytes(name, codes, dictionary);
  else if (codes instanceof Uint16Array) given.shorts(name, codes, dictionary);
  else given.words(name, codes, dictionary);
}

function giveTexts(given: Columns, offsets: Uint32Array | Float64Array, texts: Texts): void {
  if (texts.size < SHORT) given.texts(offsetsOf('text', offsets, texts.size), texts);
  else {
    checkEnd('text', offsets, texts.size);
    given.longTexts(Float64Array.from(offsets), texts);
  }
}

function offsetsOf(name: string, offsets: Uint32Array | Float64Array, size: number): Uint32Array {
  checkEnd(name, offsets, size);
  return offsets instanceof Uint32Array ? offsets : Uint32Array.from(offsets);
}

function checkEnd(name: string, offsets: Uint32Array | Float64Array, size: number): void {
  const last = offsets.at(-1) ?? 0;
  if (last === size) return;
  const problem: Problem = {
    code: 'bad-columns',
    message: `\`${name}.offsets\` end with ${last}, and there are ${size} bytes.`,
    fix: 'Offsets begin with 0, never fall, and end with the length of what they divide.',
  };
  throw problem;
}

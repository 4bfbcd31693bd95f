// Arrow IPC, file or stream: its columns by their names, row by row into ours.
//
// The reader looks into the file's own bytes, which are held whole until all is read.
import { tableFromIPC, type Table } from '@uwdata/flechette';
import { wholeOf } from './bytes.ts';
import { placeOf, Row, type Place } from './fields.ts';
import { MOST_ARROW_BYTES, MOST_ITEMS, PIECE_ROWS } from './limits.ts';
import { badArrow, noItems, tooLarge, tooManyItems } from './problems.ts';
import type { Sink } from './sink.ts';

/** A part of a column, as the file has it. */
interface Batch {
  length: number;
  at(index: number): unknown;
}

/** A column that means something. */
interface Named {
  place: Place;
  batches: readonly Batch[];
}

export async function readArrow(blob: Blob, sink: Sink): Promise<void> {
  if (blob.size > MOST_ARROW_BYTES) throw tooLarge(blob.size, MOST_ARROW_BYTES);
  const table = parsed(await wholeOf(blob));
  if (table.numRows > MOST_ITEMS) throw tooManyItems();
  const columns = named(table);
  const lengths = table.children[0]?.data.map(({ length }) => length) ?? [];
  let before = 0;
  for (const [batch, length] of lengths.entries()) {
    for (let from = 0; from < length; from += PIECE_ROWS) {
      const to = Math.min(length, from + PIECE_ROWS);
      take(sink, columns, batch, before, from, to);
      if (!(await sink.rest(((before + to) / table.numRows) * blob.size))) return;
    }
    before += length;
  }
}

function parsed(bytes: Uint8Array): Table {
  try {
    const table = tableFromIPC(bytes);
    if (table.names.length > 0) return table;
  } catch (error) {
    throw badArrow(reason(error));
  }
  throw badArrow('it names no columns');
}

function named({ names, children }: Table): Named[] {
  const columns = names.flatMap((name, at) => {
    const place = placeOf(String(name));
    const batches = children[at]?.data;
    return place && batches ? [{ place, batches }] : [];
  });
  if (columns.length === 0) throw noItems(`no column has a known name: ${names.join(', ').slice(0, 80)}`);
  return columns;
}

const row = new Row();

function take(sink: Sink, columns: Named[], batch: number, before: number, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    row.clear();
    for (const { place, batches } of columns) row.set(place, value(batches[batch], at));
    sink.builder.add(row, before + at + 1);
  }
}

function value(batch: Batch | undefined, at: number): unknown {
  try {
    const found = batch?.at(at);
    return ArrayBuffer.isView(found) ? Array.from(found as Uint8Array) : found;
  } catch (error) {
    throw badArrow(reason(error));
  }
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 120).replace(/\.$/, '');
}

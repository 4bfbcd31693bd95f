// CSV, and tables with other separators: a header with names of fields, then one item a row.
//
// Papa Parse knows quotes, separators and line ends; here the file goes to it in pieces, each with the row that the last
// one broke off. A row that never ends would be read again and again: it must double before it is tried anew, and has a
// limit.
import Papa from 'papaparse';
import { pieces, TextPieces } from './bytes.ts';
import { placeOf, Row, type Place } from './fields.ts';
import { MOST_ROW } from './limits.ts';
import { noItems, rowTooLong } from './problems.ts';
import type { Sink } from './sink.ts';

/** Characters by which separator and line end are told. */
const SAMPLE = 64 * 1024;
/** What spreadsheets, and our exports, put before a text that a spreadsheet would run. */
const GUARD = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

export async function readCsv(blob: Blob, sink: Sink): Promise<void> {
  const table = new Table(sink);
  const text = new TextPieces();
  let done = 0;
  for await (const piece of pieces(blob)) {
    table.take(text.next(piece));
    sink.builder.remarks.readAs(text.encoding);
    done += piece.length;
    if (!(await sink.rest(done))) return;
  }
  table.take(text.end(), true);
}

interface Parsed {
  data: string[][];
  errors: { code: string }[];
  meta: { cursor: number };
}

class Table {
  readonly #row = new Row();
  #parser: Papa.Parser | null = null;
  #places: (Place | null)[] | null = null;
  #rest = '';
  /** So many characters there must be before it is worth to parse again. */
  #wanted = SAMPLE;
  #line = 1;
  /** The line in which the last row began. */
  #begun = 1;

  constructor(private readonly sink: Sink) {}

  /** Takes the next characters; `last` where there are no more. */
  take(text: string, last = false): void {
    this.#rest += text;
    if (!last && this.#rest.length < this.#wanted) return;
    this.#parser ??= parserFor(this.#rest);
    const parsed: Parsed = this.#parser.parse(this.#rest, 0, !last);
    const used = this.#rest.slice(0, parsed.meta.cursor);
    this.#rows(parsed.data, used);
    this.#rest = last ? '' : this.#rest.slice(parsed.meta.cursor);
    if (parsed.errors.some(({ code }) => code === 'MissingQuotes')) this.sink.builder.remarks.add('unclosed-quote', this.#begun);
    if (this.#rest.length > MOST_ROW) throw rowTooLong(this.#line);
    this.#wanted = used === '' ? this.#rest.length * 2 : 1;
  }

  #rows(rows: string[][], used: string): void {
    const plain = !used.includes('"');
    for (const row of rows) {
      this.#begun = this.#line;
      this.#cells(row);
      this.#line += plain ? 1 : 1 + row.reduce((sum, cell) => sum + breaks(cell), 0);
    }
  }

  #cells(cells: string[]): void {
    if (cells.length === 1 && cells[0]?.trim() === '') return;
    if (!this.#places) return this.#header(cells);
    this.#row.clear();
    if (cells.length !== this.#places.length) this.sink.builder.remarks.add('ragged-row', this.#line);
    this.#places.forEach((place, at) => {
      const cell = cells[at];
      if (place && cell) this.#row.set(place, cell.startsWith("'") ? cell.replace(GUARD, '') : cell);
    });
    this.sink.builder.add(this.#row, this.#line);
  }

  #header(cells: string[]): void {
    this.#places = cells.map((name) => placeOf(name.trim()));
    if (this.#places.every((place) => place === null)) throw noItems(`the first line names no known field: ${cells.join(', ').slice(0, 80)}`);
  }
}

/** A parser for the separator and the line ends of a sample. */
function parserFor(sample: string): Papa.Parser {
  const { meta } = Papa.parse<string[]>(sample.slice(0, SAMPLE), { preview: 20, skipEmptyLines: true });
  return new Papa.Parser({ delimiter: meta.delimiter, newline: meta.linebreak as '\n' });
}

function breaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

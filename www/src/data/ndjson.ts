// NDJSON: one JSON object a line. A line that is none is counted and left out; the rest goes on.
import { pieces, TextPieces } from './bytes.ts';
import { fill, Row } from './fields.ts';
import { MOST_ROW } from './limits.ts';
import type { Sink } from './sink.ts';

export async function readNdjson(blob: Blob, sink: Sink): Promise<void> {
  const lines = new Lines(sink);
  const text = new TextPieces();
  let done = 0;
  for await (const piece of pieces(blob)) {
    lines.take(text.next(piece));
    sink.builder.remarks.readAs(text.encoding);
    done += piece.length;
    if (!(await sink.rest(done))) return;
  }
  lines.take(`${text.end()}\n`);
}

class Lines {
  readonly #row = new Row();
  /** The beginning of a line, in pieces: a long one must not be joined again and again. */
  #rest: string[] = [];
  #length = 0;
  #number = 0;
  /** Whether the beginning of this line was thrown away. */
  #skipping = false;

  constructor(private readonly sink: Sink) {}

  take(text: string): void {
    const [first = '', ...others] = text.split('\n');
    this.#rest.push(first);
    this.#length += first.length;
    const last = others.pop();
    if (last !== undefined) {
      this.#line(this.#rest.join(''));
      for (const line of others) this.#line(line);
      this.#rest = [last];
      this.#length = last.length;
    }
    if (this.#length > MOST_ROW) this.#skip();
  }

  #skip(): void {
    if (!this.#skipping) this.sink.builder.remarks.add('long-row', this.#number + 1);
    this.#skipping = true;
    this.#rest = [];
    this.#length = 0;
  }

  #line(line: string): void {
    this.#number += 1;
    if (this.#skipping) this.#skipping = false;
    else if (line.trim() !== '') this.#item(line);
  }

  #item(line: string): void {
    const { builder } = this.sink;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return builder.remarks.add('bad-row', this.#number, line);
    }
    fill(this.#row, value);
    builder.add(this.#row, this.#number);
  }
}

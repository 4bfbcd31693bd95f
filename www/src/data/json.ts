// JSON: an array of items, or our own exported document, whose report names the sections.
//
// A streaming parser builds one item at a time, so that a file of any size needs the memory of its columns alone.
import { JSONParser } from '@streamparser/json';
import { isProblem } from '../engine/problem.ts';
import { pieces, TextPieces } from './bytes.ts';
import { fill, Row } from './fields.ts';
import { badJson, noItems } from './problems.ts';
import type { Sink } from './sink.ts';

export async function readJson(blob: Blob, sink: Sink): Promise<void> {
  const text = new TextPieces();
  let document: Document | null = null;
  let done = 0;
  for await (const piece of pieces(blob)) {
    const part = text.next(piece);
    if (!document && part.trim() !== '') document = new Document(sink, part.trim().startsWith('['));
    document?.take(part);
    sink.builder.remarks.readAs(text.encoding);
    done += piece.length;
    if (!(await sink.rest(done))) return;
  }
  document?.end();
}

class Document {
  readonly #row = new Row();
  readonly #parser: JSONParser;
  #number = 0;
  #ended = false;

  constructor(private readonly sink: Sink, list: boolean) {
    this.#parser = new JSONParser({ paths: list ? ['$.*'] : ['$.report', '$.items.*'], keepStack: false });
    this.#parser.onValue = ({ value, key, stack }) => {
      if (!list && stack.length === 1 && key === 'report') sink.builder.nameSections((value as { sections?: unknown } | null)?.sections);
      else this.#item(value);
    };
    this.#parser.onEnd = () => (this.#ended = true);
  }

  take(text: string): void {
    this.#try(() => {
      if (!this.#ended || text.trim() !== '') this.#parser.write(text);
    });
  }

  end(): void {
    this.#try(() => {
      if (!this.#ended) this.#parser.end();
    });
    if (this.#number === 0) throw noItems('it is neither a list of items nor an object with `items`');
  }

  #item(value: unknown): void {
    this.#number += 1;
    fill(this.#row, value);
    this.sink.builder.add(this.#row, this.#number);
  }

  #try(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (isProblem(error) || error instanceof RangeError) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw badJson(`${why.slice(0, 120).replace(/\.$/, '')}, after ${this.#number} items`);
    }
  }
}

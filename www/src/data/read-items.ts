// Items of any format, from a file or from columns, to what is shown: in slices, with pictures on the way.
//
// The reader of each format is a chunk of its own. Who calls gives the columns to the engine; nothing here knows it.
import type { Diagnostic, ItemColumns } from '../engine/data.ts';
import type { GivenItems, ItemFormat, Progress } from '../engine/protocol.ts';
import { pause } from '../engine/slices.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import { FIRST_ITEMS, FIRST_MS, SLICE_MS } from './limits.ts';
import { noItems, outOfMemory } from './problems.ts';
import type { Sink } from './sink.ts';
import { textsOf, type Texts } from './texts.ts';

/** Who has items read. */
export interface Stage {
  /** Codes of the countries that there are. */
  readonly countries: ReadonlySet<string>;
  /** Throws where the load is given up. */
  check(): void;
  /** Whether the reader is told to stop and keep what there is. */
  keeping(): boolean;
  note(progress: Progress): void;
  /** Shows items in place of those before; gives what there is to say about them. */
  show(columns: ItemColumns, texts: Texts | null): Diagnostic[];
}

type Read = (blob: Blob, sink: Sink) => Promise<void>;

const READERS: Record<Exclude<ItemFormat, 'columns'>, () => Promise<Read>> = {
  ndjson: async () => (await import('./ndjson.ts')).readNdjson,
  csv: async () => (await import('./csv.ts')).readCsv,
  json: async () => (await import('./json.ts')).readJson,
  arrow: async () => (await import('./arrow.ts')).readArrow,
};

/** Reads all items and shows them; gives what there is to say about them. Throws a problem. */
export async function readItems(stage: Stage, given: GivenItems): Promise<Diagnostic[]> {
  try {
    return given.format === 'columns' ? await showGiven(stage, given.columns) : await readFile(stage, given);
  } catch (error) {
    throw isMemory(error) ? outOfMemory() : error;
  }
}

async function showGiven(stage: Stage, columns: ItemColumns): Promise<Diagnostic[]> {
  const texts = columns.text ? await textsOf(columns.text.bytes) : null;
  stage.note({ phase: 'index', done: 0, total: columns.length });
  await pause();
  stage.check();
  return stage.show(columns, texts);
}

async function readFile(stage: Stage, { format, blob, most }: Exclude<GivenItems, { format: 'columns' }>): Promise<Diagnostic[]> {
  if (blob.size === 0) throw noItems('it is empty');
  const read = await READERS[format]();
  const builder = new ColumnsBuilder(stage.countries);
  const pace = new Pace(stage, builder, blob.size, most ?? Infinity);
  await read(blob, pace);
  stage.check();
  if (builder.length === 0) throw noItems(why(builder));
  stage.note({ phase: 'index', done: 0, total: builder.length, items: builder.length, shown: pace.shown });
  await pause();
  stage.check();
  return [...builder.remarks.list(), ...stage.show(builder.columns(), builder.texts)];
}

/** When to let others have their turn, and when to show what there is. */
class Pace implements Sink {
  readonly #begun = performance.now();
  #slice = this.#begun;
  #next = FIRST_ITEMS;
  /** How many pictures were shown. */
  shown = 0;

  constructor(
    private readonly stage: Stage,
    readonly builder: ColumnsBuilder,
    private readonly total: number,
    private readonly most: number,
  ) {}

  async rest(done: number): Promise<boolean> {
    const now = performance.now();
    if (this.builder.length >= this.most) return false;
    if (now - this.#slice < SLICE_MS) return true;
    if (this.#isDue(now)) this.#show();
    this.#note(done, (now - this.#begun) / 1000);
    await pause();
    this.stage.check();
    this.#slice = performance.now();
    return !this.stage.keeping();
  }

  #isDue(now: number): boolean {
    const items = this.builder.length;
    return items >= this.#next || (this.shown === 0 && items > 0 && now - this.#begun >= FIRST_MS);
  }

  #show(): void {
    this.stage.show(this.builder.columns(), this.builder.texts);
    this.#next = this.builder.length * 2;
    this.shown += 1;
  }

  #note(done: number, seconds: number): void {
    const rate = done / seconds;
    const { total, shown } = this;
    this.stage.note({ phase: 'read', done, total, items: this.builder.length, rate, left: (total - done) / rate, shown });
  }
}

function why({ remarks }: ColumnsBuilder): string {
  if (remarks.count('bad-row') > 0) return 'no line is a JSON object';
  if (remarks.count('no-item') > 0) return 'no row has a date or a text';
  return 'it is empty';
}

/** The browser gives no more memory by a RangeError, whose words differ. */
function isMemory(error: unknown): boolean {
  return error instanceof RangeError && /alloc|memory|array|string length/i.test(error.message);
}

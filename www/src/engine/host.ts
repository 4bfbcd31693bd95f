// The engine with a canvas: the one class that runs in the worker and, where no worker can be had, in the page.
//
// It owns the text, the columns and the drawing. It knows neither the element nor who calls it; what it throws are
// plain problems, so that they cross a worker's border.
import init, { Engine, Reading } from '../wasm/dateline_reports/dateline_reports.js';
import type { Axis, Coding, Filter, Item, Summary } from './data.ts';
import { foreign, pack, table } from './names.ts';
import type { ItemsEngine } from '../data/engine.ts';
import { csv, json } from './files.ts';
import { CANCELLED, missing, NO_FORMAT, NO_SCOPE, noPack, NOTHING } from './host-problems.ts';
import { CanvasPen, unseen } from './pen.ts';
import { exportPng } from './png.ts';
import { isProblem, type Problem } from './problem.ts';
import type {
  Code,
  Coded,
  DataOptions,
  Direction,
  EngineKind,
  Frame,
  FrameRequest,
  GivenItems,
  ImageOptions,
  Intent,
  Loaded,
  LoadOptions,
  Page,
  Progress,
  Section,
  Setup,
} from './protocol.ts';
import { search } from './searching.ts';
import { FIRST_SLICE, ticker } from './slices.ts';
import { context2d, type AnyCanvas } from './surface.ts';
import { Unread } from './unread.ts';

export class EngineHost {
  /** What is shown. */
  #engine: Exploring | null = null;
  /** The engine that reads texts, when one was read. */
  #reader: Engine | null = null;
  /** Makes an engine for items, when there was need of one. */
  #newItems: (() => ItemsEngine) | null = null;
  #canvas: AnyCanvas | null = null;
  #pen: CanvasPen | null = null;
  #fresh = false;
  #load = 0;
  /** Counts the filters, so that an older one notices. */
  #filtering = 0;
  /** The load whose reader shall stop and keep what there is. */
  #kept = 0;
  /** A load of items that has not ended yet: another must not meet its engine. */
  #busy: Promise<unknown> = Promise.resolve();
  /** What is still to be done after a load of items. */
  #settle: ((keep: boolean) => void) | null = null;
  /** Exports that are not done. */
  #exporting: Promise<unknown> = Promise.resolve();
  #setup: Setup = { wasm: { reports: null, items: null }, names: null, fontFamily: '' };
  #progress: Progress | null = null;
  readonly #unread = new Unread();
  /** Other data are there, and the page does not know yet: what it asks for meanwhile is meant for those before. */
  #unseen = false;
  #names: Promise<string> | null = null;
  /** Names of countries that every report is read with. */
  #table = '';
  /** Languages whose packs the engine knows. */
  #learnt: string[] = [];

  /** Takes what engines are made with. */
  async start(setup: Setup): Promise<void> {
    this.#setup = setup;
  }

  /** Starts the code of an engine, and fetches what it needs beside it. Throws `engine-missing`, `names-missing`. */
  async ready(kind: EngineKind, { address, module }: Code): Promise<void> {
    const code = { module_or_path: module ?? address };
    if (kind === 'reports') {
      await init(code).catch(missing);
      this.#table = await this.#fetchNames();
    } else {
      const { start } = await itemsCode();
      const create = await start(code).catch(missing);
      this.#newItems = () => create(unseen(), this.#setup.fontFamily);
    }
  }

  /** Begins to fetch what an engine needs beside its wasm, while the page compiles that. Throws as `ready` does. */
  async prepare(kind: EngineKind): Promise<void> {
    await (kind === 'reports' ? this.#fetchNames() : itemsCode());
  }

  #fetchNames(): Promise<string> {
    this.#names ??= table(this.#setup.names);
    this.#names.catch(() => (this.#names = null));
    return this.#names;
  }

  /** The engine that reads texts. */
  #reading(): Engine {
    if (!this.#reader) {
      this.#reader = new Engine(unseen(), this.#setup.fontFamily);
      this.#reader.learn(this.#table);
    }
    return this.#reader;
  }

  /** A sign of life. */
  async ping(): Promise<true> {
    return true;
  }

  /** Takes the canvas to draw on. */
  async attach(canvas: AnyCanvas): Promise<void> {
    this.#canvas = canvas;
    this.#pen = new CanvasPen(context2d(canvas));
    this.#fresh = true;
  }

  /** Reads a report in place of the one that is there, in slices. Throws `cancelled` after `cancel`. */
  async load(text: string, options: LoadOptions): Promise<Loaded> {
    const check = await this.#begin();
    const { languages = [], ...asked } = options;
    const own = await foreign(text);
    check();
    const problems = await this.#learn(languages, own, check);
    await this.#read(text, asked, check);
    this.#fresh = true;
    return { ...(await this.loaded()), problems };
  }

  /** Begins a load: the one before is given up. Gives what throws `cancelled` as soon as this one is given up too. */
  async #begin(): Promise<() => void> {
    const load = ++this.#load;
    const check = () => {
      if (load !== this.#load) throw CANCELLED;
    };
    await this.#busy;
    await this.settle(true);
    check();
    // What cannot be read of data that stay is noticed again.
    this.#unread.forget();
    return check;
  }

  /**
   * Reads items in place of what is there, with pictures on the way. What was there comes back where that fails or is
   * given up, for it is kept in an engine of its own until the load is settled.
   */
  async loadItems(given: GivenItems, name: string): Promise<Loaded> {
    const check = await this.#begin();
    const load = this.#load;
    const [before, learnt, engine] = [this.#engine, this.#learnt, this.#itemsEngine()];
    const become = (shown: Exploring | null, languages: string[], fresh = false) => {
      this.#filtering += 1;
      this.#unseen ||= fresh || shown !== this.#engine;
      [this.#engine, this.#learnt, this.#fresh] = [shown, languages, true];
    };
    const reading = itemsCode().then(({ loadItems }) =>
      loadItems(engine, given, name, {
        check,
        keeping: () => this.#kept === load,
        note: (progress) => (this.#progress = progress),
        shown: () => become(engine, [], true),
        unread: (problem) => this.#unread.note(problem),
      }),
    );
    this.#busy = reading.catch(() => undefined);
    try {
      const diagnostics = await reading;
      this.#settle = (keep) => {
        if (!keep) become(before, learnt);
        const gone = keep ? before : engine;
        if (gone) this.#free(gone);
      };
      return { ...(await this.loaded()), diagnostics };
    } catch (error) {
      become(before, learnt);
      this.#free(engine);
      throw error;
    } finally {
      this.#progress = null;
    }
  }

  #itemsEngine(): ItemsEngine {
    if (!this.#newItems) throw new Error('The engine for items has not been started.');
    return this.#newItems();
  }

  /** After a load of items: what was there before goes for good, or comes back after all. */
  async settle(keep: boolean): Promise<void> {
    this.#settle?.(keep);
    this.#settle = null;
  }

  /** Gives an engine's memory back when no export needs it any more. */
  #free(engine: Exploring): void {
    if (engine === this.#reader) [this.#reader, this.#learnt] = [null, []];
    void this.#exporting.finally(() => engine.free());
  }

  /** Stops the load of items and keeps what is read. */
  async keep(): Promise<void> {
    this.#kept = this.#load;
  }

  /** What is shown, also while more of it is read. */
  async loaded(): Promise<Loaded> {
    const engine = this.#ready();
    return {
      report: engine.report(),
      diagnostics: engine.diagnostics(),
      summary: engine.summary(),
      legend: engine.legend(),
      problems: [],
      languages: [...this.#learnt],
    };
  }

  /**
   * Learns the names of countries in the languages that a report is read with, and no others: those that were chosen,
   * and its own where it can be told. Gives what went wrong.
   */
  async #learn(chosen: string[], own: string[], check: () => void): Promise<Problem[]> {
    const problems: Problem[] = [];
    const packs = new Map<string, string>();
    for (const language of new Set([...chosen, ...own])) {
      if (IN_TABLE.has(language)) continue;
      const names = await pack(language).catch((error: unknown) => {
        if (!isProblem(error)) throw error;
        problems.push(error);
        return undefined;
      });
      check();
      if (names) packs.set(language, names);
      else if (names === null && chosen.includes(language)) problems.push(noPack(language));
    }
    this.#beginAgain(packs);
    return problems;
  }

  /** The engine knows the table and these packs; a pack that is known and not wanted is forgotten. */
  #beginAgain(packs: Map<string, string>): void {
    const languages = [...packs.keys()];
    const engine = this.#reading();
    if (languages.join() === this.#learnt.join()) return;
    engine.forget();
    for (const names of [this.#table, ...packs.values()]) engine.learn(names);
    this.#learnt = languages;
  }

  async #read(text: string, options: LoadOptions, check: () => void): Promise<void> {
    const engine = this.#reading();
    const tick = ticker((progress) => (this.#progress = progress), check);
    const reading = new Reading(engine, text, options);
    try {
      for (let slice = FIRST_SLICE; !reading.step(slice); ) slice = await tick(reading.done, reading.total);
      engine.show(reading);
      const before = this.#engine;
      [this.#engine, this.#unseen] = [engine, true];
      if (before && before !== engine) this.#free(before);
    } catch (error) {
      reading.free();
      throw error;
    } finally {
      this.#progress = null;
    }
  }

  /** How far the load is; null while nothing is read. */
  async progress(): Promise<Progress | null> {
    return this.#progress;
  }

  /** Gives up the load; what is there stays. */
  async cancel(): Promise<void> {
    this.#load += 1;
  }

  /** Shows what passes a filter, and counts it. A newer filter ends the search for an older one's text. */
  async filter(filter: Filter): Promise<Summary> {
    const engine = this.#ready();
    const filtering = ++this.#filtering;
    if (!engine.filter(filter)) await search(engine, () => filtering === this.#filtering);
    return this.#ready().summary();
  }

  /** Places the items by another of their dates, and counts them. */
  async axis(axis: Axis): Promise<Summary> {
    const engine = this.#ready();
    engine.axis(axis);
    return engine.summary();
  }

  /** Codes and counts the items otherwise. Throws `bad-correction`. */
  async code(coding: Coding): Promise<Coded> {
    const engine = this.#ready();
    engine.coding(coding);
    return { all: engine.counts({}), summary: engine.summary(), unmatched: engine.unmatched() };
  }

  /** All countries that an item can be about, as code and English name. */
  async countries(): Promise<[code: string, name: string][]> {
    return this.#ready().countries();
  }

  /** Does what the reader did, draws, and tells about the picture. New data begin with a look; before that there is none. */
  async frame({ intents, width, ratio }: FrameRequest): Promise<Frame | null> {
    const engine = this.#ready();
    this.#unseen &&= !intents.some(([name]) => name === 'look');
    if (this.#unseen) return null;
    for (const intent of intents) act(engine, intent);
    if (!this.#canvas || !this.#pen) throw new Error('There is no canvas to draw on.');
    const height = engine.fill(width);
    const always = this.#fit(Math.round(width * ratio), Math.round(height * ratio));
    const frame = engine.frame(this.#pen, ratio, always) as Frame;
    return { ...frame, trouble: this.#unread.take() };
  }

  /** Counts under another filter, as a menu shows them. */
  async counts(filter: Filter): Promise<Summary> {
    return this.#ready().counts(filter);
  }

  async legend(): Promise<Section[]> {
    return this.#ready().legend();
  }

  async items(offset: number, limit: number): Promise<Item[]> {
    return this.#ready().items(offset, limit);
  }

  async page(offset: number, limit: number): Promise<Page> {
    return this.#ready().page(offset, limit);
  }

  async position(id: string): Promise<number | null> {
    return this.#ready().position(id) ?? null;
  }

  /** The item that lies in a direction from another, or from nowhere. */
  async neighbour(id: string | null, direction: Direction): Promise<Item | null> {
    return this.#ready().neighbour(id ?? undefined, direction);
  }

  async item(id: string): Promise<Item | null> {
    return this.#ready().item(id);
  }

  async exportImage(options: ImageOptions): Promise<Blob> {
    const engine = this.#ready();
    if (options.format === 'svg') return new Blob([engine.exportSvg(options)], { type: 'image/svg+xml' });
    return exportPng(engine, options);
  }

  /** The items as a file. Throws `bad-option` for another format or scope, and `file-changed` where texts are gone. */
  async exportData({ format = 'json', scope = 'filtered' }: DataOptions): Promise<Blob> {
    if (scope !== 'all' && scope !== 'filtered') throw NO_SCOPE;
    const all = scope === 'all';
    if (format !== 'csv' && format !== 'json') throw NO_FORMAT;
    const exporting = (format === 'csv' ? csv : json)(this.#ready(), all);
    this.#exporting = Promise.allSettled([this.#exporting, exporting]);
    const file = await exporting;
    this.#unread.check();
    return file;
  }

  #ready(): Exploring {
    if (!this.#engine) throw NOTHING;
    return this.#engine;
  }

  /** Gives the canvas its size; tells whether it must be drawn anew: a canvas that changes its size is empty. */
  #fit(width: number, height: number): boolean {
    const canvas = this.#canvas;
    const fresh = this.#fresh || canvas?.width !== width || canvas.height !== height;
    if (canvas && (canvas.width !== width || canvas.height !== height)) {
      canvas.width = width;
      canvas.height = height;
    }
    this.#fresh = false;
    return fresh;
  }
}

/** The scripts around the engine for items. */
function itemsCode() {
  return import('../data/load.ts').catch(missing);
}

/** What both engines can do. */
export type Exploring = Omit<Engine, 'learn' | 'forget' | 'show'>;

/** Every intent is named after the engine's method. */
function act(engine: Exploring, [name, ...values]: Intent): void {
  (engine[name] as (...values: unknown[]) => void).apply(engine, values);
}

/** Languages of the table. */
const IN_TABLE = new Set(['en', 'es']);

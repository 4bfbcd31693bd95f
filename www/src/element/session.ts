// One element's report: where it comes from, the engine that reads it, and what happens when either fails.
//
// The text is kept here, so that it outlives the engine. What is done with a loaded report is in `exploration.ts`.
import type { Bound } from '../engine/civil.ts';
import { compiled, fileOf } from '../engine/compiled.ts';
import type { Connection } from '../engine/connection.ts';
import type { Filter, Item, Span, Summary } from '../engine/data.ts';
import type { EngineHost } from '../engine/host.ts';
import { aborted, DatelineError, isAborted, isProblem, type Problem } from '../engine/problem.ts';
import type { DataOptions, EngineKind, ImageOptions, ItemFormat, Loaded, LoadOptions, Look } from '../engine/protocol.ts';
import type { Locale } from '../i18n/locale.ts';
import { Exploration, type Stage } from './exploration.ts';
import { Keeper, type Care } from './keeper.ts';
import { itemFormat, readSource, request, SourceText, type Document, type Source } from './source.ts';
import { initialState, Store, type State } from './state.ts';

/** What `load` takes beside the source. */
export interface LoadRequest {
  name?: string;
  referenceDate?: string | null;
  dateOrder?: LoadOptions['dateOrder'];
  languages?: string[];
  /** What the source is, where its name and type do not say. */
  format?: string;
  /** Whether the page goes on using the columns that it gives. */
  copy?: boolean;
  signal?: AbortSignal;
}

/** The element, as the session sees it. */
export interface Owner extends Stage, Pick<Care, 'setup'> {
  look(): Look;
  /** The window that is asked for: since the last load, or else by attributes. */
  initialWindow(): { from: Bound | null; to: Bound | null };
  /** The window that was asked for since the last load. */
  pendingWindow(): { from?: Bound; to?: Bound } | null;
  changed(state: State): void;
}

/** What is shown, and how a new engine gets it. */
export interface Kept {
  /** The text of a report, and what it was read with; null for items. */
  report: { source: SourceText; options: LoadOptions } | null;
  /** Gives it to a new engine; what is lost by the death of the last is said. */
  again(connection: Connection): Promise<Problem | null>;
}

/** How often a load asks how far it is, in ms. */
const PROGRESS_MS = 100;

export class Session {
  readonly store: Store;
  readonly exploration: Exploration;
  readonly #keeper: Keeper;
  #countries: Promise<[code: string, name: string][]> | null = null;
  #kept: Kept | null = null;
  #load: AbortController | null = null;
  /** A load of items that puts back what was there, if it is given up: the next one waits for that. */
  #items: Promise<unknown> = Promise.resolve();
  /** Data that went down with an engine. */
  #lost: Problem | null = null;
  #ready = new Ready();
  /** Taken out of the page: a late frame must not open an engine for a picture that nobody sees. */
  #asleep = false;

  constructor(
    private readonly owner: Owner,
    locale: Locale,
  ) {
    this.store = new Store(initialState(locale), (state) => owner.changed(state));
    this.#keeper = new Keeper({
      setup: () => owner.setup(),
      prepare: (connection) => this.#prepare(connection),
      restarted: (problem) => this.#problem(this.#lost ?? problem),
      gaveUp: (problem) => this.#gaveUp(problem),
    });
    this.exploration = new Exploration(this.store, owner, (ask) => (this.#asleep ? Promise.reject(aborted()) : this.#keeper.call(ask)));
  }

  get state(): State {
    return this.store.state;
  }

  /** Settles when the newest load is done: loaded and painted, or failed. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Reads a source in place of what is there, which stays when the source cannot be read. */
  async load(source: Source, options: LoadRequest = {}): Promise<Summary> {
    this.#asleep = false;
    this.#load?.abort();
    const load = new AbortController();
    this.#load = load;
    const signal = options.signal ? AbortSignal.any([load.signal, options.signal]) : load.signal;
    if (this.#ready.settled) this.#ready = new Ready();
    this.store.set({ phase: 'loading', progress: { phase: 'fetch', done: 0, total: 0 }, problem: null, loader: null });
    this.#prepareFor(null);
    try {
      signal.throwIfAborted();
      await this.#items;
      signal.throwIfAborted();
      const given = source instanceof URL ? await request(source, signal) : source;
      const format = itemFormat(given, options.format);
      this.#prepareFor(format ? 'items' : 'reports');
      const summary = format ? await this.#takeItems(given, format, options, signal) : await this.#take(await readSource(given, options.name, signal), options, signal);
      const ready = this.#ready;
      this.exploration.painted().then(() => ready.resolve());
      return summary;
    } catch (error) {
      throw this.#failed(error, this.#load === load, signal);
    } finally {
      if (this.#load === load) this.#load = null;
    }
  }

  /** The engine comes while the source does; where it cannot be had, who needs it is told. */
  #prepareFor(kind: EngineKind | null): void {
    if (kind) void compiled(fileOf(kind, this.owner.setup().setup.wasm[kind]));
    const opening = this.#keeper.open();
    (kind ? opening.then((connection) => connection.ready(kind)) : opening).catch(() => undefined);
  }

  /** Reads the same text again with other options, such as another reference date; first lets a running load end. */
  async redate(request: LoadRequest): Promise<Summary | null> {
    if (this.#load) await this.ready.catch(() => undefined);
    const report = this.#kept?.report;
    return report ? this.load(report.source.text, { name: report.options.name, ...request }) : null;
  }

  /** Shows and tells what went wrong. */
  complain(error: unknown): void {
    this.#problem(asProblem(error));
  }

  /** Gives up the load that is running. */
  cancel(): void {
    this.#load?.abort();
  }

  /** Stops the load of items that is running, and keeps what is read. */
  keep(): void {
    void this.#keeper.call((host) => host.keep()).catch(() => undefined);
  }

  async #takeItems(source: Source, format: ItemFormat, options: LoadRequest, signal: AbortSignal): Promise<Summary> {
    const { takeItems } = await import('./items/take.ts').catch((error: unknown) => {
      throw new DatelineError({ code: 'engine-missing', message: `A part of the viewer could not be loaded (${String(error)}).`, fix: 'Serve the scripts of the folder assets beside the viewer.' });
    });
    signal.throwIfAborted();
    const { store, exploration, owner } = this;
    const desk = { store, exploration, owner, open: () => this.#keeper.open(), first: !this.#kept };
    const taking = takeItems(desk, source, format, options, signal);
    this.#items = taking.catch(() => undefined);
    const { kept, loaded, name } = await taking;
    this.#kept = kept;
    const shown = this.state.summary ?? loaded.summary;
    this.owner.tell('load', { name, summary: shown, report: loaded.report });
    return shown;
  }

  async #take(document: Document, request: LoadRequest, signal: AbortSignal): Promise<Summary> {
    const { text, name } = document;
    const { referenceDate = null, dateOrder, languages = [] } = request;
    const options: LoadOptions = { name, referenceDate, languages, ...(dateOrder && { dateOrder }) };
    const read = await this.#read(text, options, signal);
    const loaded = { ...read, diagnostics: [...document.remarks, ...read.diagnostics] };
    const filter = !this.#kept || this.#kept.report?.source.text === text ? this.state.filter : {};
    const again = async (connection: Connection) => (await connection.load(text, options), null);
    this.#kept = { report: { source: new SourceText(text), options }, again };
    const filtered = Object.keys(filter).length > 0;
    const { axis } = this.state;
    if (axis !== 'published') loaded.summary = await this.#keeper.call((host) => host.axis(axis));
    const coded = await this.exploration.recode();
    if (coded) loaded.summary = coded.all;
    const unmatched = coded?.unmatched ?? [];
    const summary = filtered ? await this.#keeper.call((host) => host.filter(filter)) : loaded.summary;
    const { legend } = loaded;
    const fresh = { selection: [], detail: null, reading: null };
    this.store.set({ phase: 'ready', progress: null, loaded, legend, summary, filter, unmatched, ...fresh });
    this.exploration.begin(this.owner.look(), this.owner.initialWindow());
    await this.exploration.painted();
    if (signal.aborted) throw aborted();
    loaded.problems.forEach((problem) => this.#problem(problem));
    const shown = this.state.summary ?? summary;
    this.owner.tell('load', { name, summary: shown, report: loaded.report });
    return shown;
  }

  /** A load that kills the engine is tried once more with the next one. */
  async #read(text: string, options: LoadOptions, signal: AbortSignal): Promise<Loaded> {
    const cancel = () => void this.#keeper.call((host) => host.cancel()).catch(() => undefined);
    const stop = this.#watchProgress();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await this.#keeper.load(text, options).catch((error: unknown) => {
        if (codeOf(error) !== 'engine-failed' || this.state.phase === 'failed') throw error;
        return this.#keeper.load(text, options);
      });
    } finally {
      stop();
      signal.removeEventListener('abort', cancel);
    }
  }

  #watchProgress(): () => void {
    const timer = setInterval(async () => {
      const progress = await this.#keeper.call((host) => host.progress()).catch(() => null);
      if (!progress || this.state.phase !== 'loading') return;
      this.store.set({ progress });
      this.owner.tell('progress', progress);
    }, PROGRESS_MS);
    return () => clearInterval(timer);
  }

  #failed(error: unknown, current: boolean, signal: AbortSignal): unknown {
    const gaveUp = signal.aborted || isAborted(error) || codeOf(error) === 'cancelled';
    if (this.state.phase === 'failed') return error;
    const phase = this.#kept ? 'ready' : 'empty';
    if (current) this.store.set({ phase, progress: null, loader: null });
    // What is there has been moved already.
    if (current && this.#kept) this.owner.pendingWindow();
    if (gaveUp) return aborted();
    const problem = asProblem(error);
    const failure = new DatelineError(problem);
    if (current) {
      this.store.set({ problem, phase: MISSING.has(problem.code) ? 'failed' : phase });
      this.#ready.reject(failure);
      this.owner.tell('error', problem);
    }
    return failure;
  }

  /** Items that are shown, in the order start, id; undated last. */
  async items(offset: number, limit: number): Promise<Item[]> {
    await this.exploration.painted();
    return this.#keeper.call((host) => host.items(offset, limit));
  }

  async exportImage(options: ImageOptions): Promise<Blob> {
    return this.#export((host) => host.exportImage(options));
  }

  async exportData(options: DataOptions): Promise<Blob> {
    return this.#export((host) => host.exportData(options));
  }

  /** Counts under another filter, for menus. */
  async counts(filter: Filter): Promise<Summary> {
    return this.#keeper.call((host) => host.counts(filter));
  }

  /** All countries that an item can be about, as code and English name. */
  async countries(): Promise<[code: string, name: string][]> {
    this.#countries ??= this.#keeper.call((host) => host.countries());
    this.#countries.catch(() => (this.#countries = null));
    return this.#countries;
  }

  /** The words of a span. */
  sourceText(span: Span): string {
    return this.#kept?.report?.source.slice(span) ?? '';
  }

  /** The text of the report that is shown; null where items are, or nothing. */
  get source(): SourceText | null {
    return (!this.state.loader && this.#kept?.report?.source) || null;
  }

  get place(): 'worker' | 'page' | null {
    return this.#keeper.place;
  }

  /** Ends the engine; the text stays. */
  suspend(): void {
    this.#asleep = true;
    this.#load?.abort();
    this.#keeper.close();
  }

  /** After `suspend`: a new engine, with what the last one had. */
  resume(): void {
    this.#asleep = false;
    if (!this.#kept) return;
    this.#keeper.open().then(
      () => this.#lost && this.#problem(this.#lost),
      (error: unknown) => this.#gaveUp(asProblem(error)),
    );
  }

  async #export(ask: (host: EngineHost) => Promise<Blob>): Promise<Blob> {
    if (!this.#kept) throw new DatelineError(NOTHING_LOADED);
    await this.exploration.painted();
    return this.#keeper.call(ask);
  }

  /** Gives a new engine its canvas, and what its forerunner had. */
  async #prepare(connection: Connection): Promise<void> {
    await connection.attach(this.owner.surface().renew());
    if (!this.#kept) return;
    this.#lost = await this.#kept.again(connection);
    if (this.#lost) return this.#lose();
    this.exploration.look(this.owner.look());
    await this.exploration.restore(connection);
  }

  /** What the engine alone had is gone. */
  #lose(): void {
    this.#kept = null;
    const { locale, theme, room, axis, coding, problem } = this.state;
    this.store.set({ ...initialState(locale), theme, room, axis, coding, problem });
  }

  #problem(problem: Problem): void {
    this.store.set({ problem });
    this.owner.tell('error', problem);
  }

  #gaveUp(problem: Problem): void {
    this.store.set({ phase: 'failed', progress: null });
    this.#ready.reject(new DatelineError(problem));
    this.#problem(problem);
  }
}

/** A promise for the outcome of the newest load. Nobody has to wait for it: a refusal is no unhandled one. */
class Ready {
  settled = false;
  readonly #deferred = Promise.withResolvers<void>();

  constructor() {
    this.#deferred.promise.catch(() => undefined);
  }

  get promise(): Promise<void> {
    return this.#deferred.promise;
  }

  resolve(): void {
    this.settled = true;
    this.#deferred.resolve();
  }

  reject(failure: DatelineError): void {
    this.settled = true;
    this.#deferred.reject(failure);
  }
}

const NOTHING_LOADED: Problem = {
  code: 'nothing-loaded',
  message: 'There is no report to export.',
  fix: 'Load a report first.',
};

/** Without these files there is no engine. */
const MISSING = new Set(['engine-missing', 'names-missing']);

function codeOf(error: unknown): string | null {
  return isProblem(error) ? error.code : null;
}

function asProblem(error: unknown): Problem {
  if (error instanceof DatelineError) return error.toJSON();
  if (isProblem(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'failed', message, fix: 'Reload the page; if it happens again, tell us the report and the browser.' };
}

// What the reader (or the page) does with a loaded report: time, filter, selection; and the frames that follow.
//
// Everything ends as an intent in the scheduler or a question to the engine; what comes back goes into the state.
// Events are told only for what the reader did.
import { resolveBounds, resolveFilter, windowOf, type Bound } from '../engine/civil.ts';
import type { Connection } from '../engine/connection.ts';
import type { Axis, Coding, Correction, Filter, Item, Span, Summary, TimeWindow } from '../engine/data.ts';
import type { EngineHost } from '../engine/host.ts';
import { changed } from '../engine/corrections.ts';
import { isProblem, type Problem } from '../engine/problem.ts';
import type { Coded, Direction, Frame, Intent, Look, Page, Target } from '../engine/protocol.ts';
import { ItemList } from './list-model.ts';
import { Scheduler } from './scheduler.ts';
import { PLAIN, type State, type Store } from './state.ts';
import type { Surface } from './surface.ts';

export type EventName = 'load' | 'progress' | 'error' | 'select' | 'window' | 'filter' | 'correct';

/** The element, as its parts see it. */
export interface Stage {
  surface(): Surface;
  /** Sends a `dateline-…` event. */
  tell(event: EventName, detail: unknown): void;
  /** The reader chose another word of an attribute. */
  chosen(attribute: 'axis' | 'evidence' | 'counting', word: string): void;
  /** The reader clicked something in the picture. */
  clicked(target: Target): void;
}

/** How long a motion must be over before rows are ordered anew, in ms. */
const REST_MS = 400;
const MOVES = new Set<Intent[0]>(['window', 'pan', 'zoom', 'drag', 'brush']);
/** Windows that Esc leads back to. */
const MAX_HISTORY = 20;
/** Corrections that can be taken back. */
const MAX_UNDO = 100;

export class Exploration {
  readonly list: ItemList;
  readonly #scheduler = new Scheduler(
    (intents, byUser) => this.#draw(intents, byUser),
    () => !this.#state.loaded || this.stage.surface().width > 0,
  );
  /** Where the pointer hovers, in px of the picture. */
  pointer: { x: number; y: number } | null = null;
  /** Whether the window was moved since the last load. */
  moved = false;
  /** The window that was asked for and is not drawn yet. */
  #asked: TimeWindow | null = null;
  #history: TimeWindow[] = [];
  /** What the reader corrected, and the list before it. */
  #undo: { before: Correction[]; undone: Correction }[] = [];
  /** The newest filter on its way: its counts and its frame come after it. */
  #filtering: Promise<void> = Promise.resolve();
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store,
    private readonly stage: Stage,
    private readonly ask: <T>(ask: (host: EngineHost) => Promise<T>) => Promise<T>,
  ) {
    this.list = new ItemList(ask, (page) => this.#listed(page));
  }

  get #state(): State {
    return this.store.state;
  }

  /** The time in view; null before the first frame. */
  get window(): TimeWindow | null {
    return this.#asked ?? this.#state.frame?.window ?? null;
  }

  /** Adds something that was done, to be seen in the next frame. */
  push(intent: Intent, byUser = true): void {
    if (MOVES.has(intent[0])) this.moved = true;
    this.#scheduler.push(intent, byUser);
  }

  /** Brings a stretch of time into view; an open end is the data's. Throws `bad-date` or `bad-range`. */
  setWindow(from: Bound | null | undefined, to: Bound | null | undefined, byUser = false): void {
    const { start, end } = resolveBounds(from, to);
    if (start === undefined && end === undefined) return this.fit(byUser);
    const extent = this.#state.frame?.extent;
    const window = windowOf(start ?? extent?.start ?? (end as number), end ?? extent?.end ?? (start as number));
    if (byUser) this.remember();
    this.#asked = window;
    this.push(['window', window.start, window.end], byUser);
  }

  /** Brings everything into view; for the reader first all but a few that lie far off. */
  fit(byUser = false): void {
    if (byUser) this.remember();
    this.#asked = null;
    this.push(['fit', !byUser], byUser);
  }

  /** Keeps the window as one that Esc leads back to. */
  remember(): void {
    const window = this.#state.frame?.window;
    if (window) this.#history = [...this.#history.slice(1 - MAX_HISTORY), window];
  }

  /** Back to the window before; false where there is none. */
  stepBack(): boolean {
    const window = this.#history.pop();
    if (window) this.push(['window', window.start, window.end]);
    return window !== undefined;
  }

  /** Shows what passes a filter. Throws `bad-date` or `bad-range`; what only the engine refuses is told. */
  setFilter(filter: Filter, byUser = false): Promise<void> {
    const before = this.#state.filter;
    const resolved = resolveFilter(filter);
    this.store.set({ filter: resolved });
    if (byUser) this.stage.tell('filter', resolved);
    if (!this.#state.loaded) return Promise.resolve();
    this.#filtering = this.ask((host) => host.filter(resolved)).then(
      (summary) => this.#counted(summary, Boolean(resolved.text)),
      (error: unknown) => this.#refused(error, { filter: before }),
    );
    // The frame is asked for in the same breath: the engine draws it as soon as it has filtered.
    this.push(['settle'], false);
    return this.#filtering;
  }

  /** Places the items by another of their dates; filter and selection stay. */
  setAxis(axis: Axis, byUser = false): void {
    if (axis === this.#state.axis) return;
    this.store.set({ axis });
    if (byUser) this.stage.chosen('axis', axis);
    if (!this.#state.loaded) return;
    this.#history = [];
    this.#filtering = this.ask((host) => host.axis(axis)).then(
      (summary) => this.#filtered(summary, byUser),
      () => undefined,
    );
  }

  /** Codes and counts the items otherwise; what only the engine refuses is told. */
  setCoding(change: Partial<Coding>, byUser = false): void {
    const before = this.#state.coding;
    const coding = { ...before, ...change };
    if (JSON.stringify(coding) === JSON.stringify(before)) return;
    this.store.set({ coding });
    if (byUser && change.evidence) this.stage.chosen('evidence', change.evidence);
    if (byUser && change.counting) this.stage.chosen('counting', change.counting);
    if (!this.#state.loaded) return;
    this.#filtering = this.ask((host) => host.code(coding)).then(
      (coded) => this.#coded(coded),
      (error: unknown) => this.#refused(error, { coding: before }),
    );
  }

  /** Takes corrections over from the page: the reader's own can no longer be taken back, but where they are these. */
  setCorrections(corrections: Correction[]): void {
    if (JSON.stringify(corrections) === JSON.stringify(this.#state.coding.corrections)) return;
    this.#undo = [];
    this.store.set({ undoable: false });
    this.setCoding({ corrections });
  }

  /** The reader adds a country to an item or takes one from it. */
  correct(item: Item, code: string, action: Correction['action']): void {
    const before = this.#state.coding.corrections;
    const undone: Correction = { item: item.id, code, action: action === 'add' ? 'remove' : 'add' };
    this.#undo = [...this.#undo.slice(1 - MAX_UNDO), { before, undone }];
    this.#corrected(changed(before, item, code, action, this.#state.coding.evidence === 'all'), { item: item.id, code, action });
  }

  /** Takes the reader's last correction back. */
  undoCorrection(): void {
    const last = this.#undo.pop();
    if (last) this.#corrected(last.before, last.undone);
  }

  #corrected(corrections: Correction[], change: Correction): void {
    this.store.set({ undoable: this.#undo.length > 0 });
    this.setCoding({ corrections });
    this.stage.tell('correct', { ...change, corrections });
  }

  #coded({ all, summary, unmatched }: Coded): void {
    const { loaded, detail } = this.#state;
    this.store.set({ loaded: loaded && { ...loaded, summary: all }, unmatched });
    this.#filtered(summary);
    if (!detail) return;
    this.ask((host) => host.item(detail.id)).then(
      (item) => item && this.#state.detail?.id === item.id && this.store.set({ detail: item }),
      () => undefined,
    );
  }

  /** Gives the engine the coding after a load; the counts, or null where nothing is to be done. */
  async recode(): Promise<Coded | null> {
    const { coding } = this.#state;
    if (JSON.stringify(coding) === JSON.stringify(PLAIN)) return null;
    try {
      return await this.ask((host) => host.code(coding));
    } catch (error) {
      if (!isProblem(error) || error.code !== 'bad-correction') throw error;
      this.#refused(error, { coding: { ...coding, corrections: [] } });
      return this.recode();
    }
  }

  #filtered(summary: Summary, byUser = false): void {
    this.#counted(summary, true, byUser);
  }

  /** What is shown has other counts, and another picture where it is not on its way already. */
  #counted(summary: Summary, redraw: boolean, byUser = false): void {
    this.store.set({ summary });
    if (redraw) this.push(['settle'], byUser);
    this.list.refresh();
  }

  /** What was refused is as before. */
  #refused(error: unknown, before: Partial<State>): void {
    if (!isProblem(error) || error.code === 'engine-failed') return;
    this.store.set(before);
    const { code, message, fix } = error;
    this.#problem({ code, message, fix });
  }

  #problem(problem: Problem): void {
    this.store.set({ problem });
    this.stage.tell('error', problem);
  }

  /** Chooses items by id. */
  select(ids: string[], byUser = false): void {
    this.store.set({ selection: [...ids] });
    this.push(['select', ids], false);
    if (byUser) this.stage.tell('select', { ids: [...ids] });
  }

  /** Shows an item's evidence, and brings its entry into the list. */
  async open(id: string, byUser = false): Promise<boolean> {
    const item = await this.ask((host) => host.item(id)).catch(() => null);
    if (!item) return false;
    this.show(item, byUser);
    return true;
  }

  /** As `open`, for an item that is at hand. */
  show(item: Item, byUser = true): void {
    const { selection } = this.#state;
    if (selection.length !== 1 || selection[0] !== item.id) this.select([item.id], byUser);
    this.store.set({ detail: item, reading: null });
  }

  /** Chooses the next item in a direction; the evidence follows where it is open. */
  async step(direction: Direction): Promise<void> {
    const from = this.#state.selection[0] ?? null;
    const item = await this.ask((host) => host.neighbour(from, direction)).catch(() => null);
    if (!item || item.id === from) return;
    this.select([item.id], true);
    if (this.#state.detail) this.store.set({ detail: item });
    await this.list.reach(item.id).catch(() => false);
  }

  /** Shows a place in the report's text. */
  read(span: Span | null): void {
    this.store.set({ reading: span, quiet: true });
  }

  /** Brings a look that changed to the engine. */
  look(look: Look): void {
    this.push(['look', look], false);
  }

  redraw(): void {
    this.#scheduler.want();
  }

  /** Resolves when all that was asked for is drawn and on the screen; the list too, unless the view is in motion. */
  async painted(): Promise<void> {
    await this.#filtering;
    await this.#scheduler.idle();
    if (!this.list.moving) await this.list.settle();
    await this.store.presented;
  }

  /** A report takes the place of another. */
  begin(look: Look, { from, to }: { from: Bound | null; to: Bound | null }): void {
    this.#history = [];
    this.#undo = [];
    this.store.set({ undoable: false });
    this.#asked = null;
    // A canvas that is only now placed has to be there before it is drawn on: else Firefox may wait ten seconds for it.
    this.#scheduler.restart();
    this.look(look);
    try {
      if (from || to) this.setWindow(from, to);
    } catch (error) {
      this.#refused(error, {});
    }
    this.list.refresh(false);
    this.#scheduler.want();
  }

  /** Gives a new engine what its forerunner had. */
  async restore(connection: Connection): Promise<void> {
    const { axis, coding, filter, selection, frame } = this.#state;
    await connection.call((host) => host.axis(axis));
    await connection.call((host) => host.code(coding));
    const summary = await connection.call((host) => host.filter(filter));
    this.store.set({ summary });
    const window = this.#asked ?? frame?.window;
    if (window) this.push(['window', window.start, window.end], false);
    this.push(['select', selection], false);
    this.list.refresh();
  }

  async #draw(intents: Intent[], byUser: boolean): Promise<Frame | null> {
    const { loaded, phase } = this.#state;
    if (!loaded || phase === 'failed') return null;
    const { width, ratio } = this.stage.surface();
    const asked = this.#asked;
    const frame = await this.ask((host) => host.frame({ intents, width, ratio })).catch(() => null);
    // Without a frame nobody took the window over: it is asked for still.
    if (!frame) return null;
    if (this.#asked === asked) this.#asked = null;
    this.#drawn(frame, intents, byUser);
    return frame;
  }

  #drawn(frame: Frame, intents: Intent[], byUser: boolean): void {
    const before = this.#state.frame;
    this.stage.surface().fit(frame.width, frame.height);
    const { summary } = this.#state;
    this.store.set({ frame, quiet: this.#isQuiet(intents), summary: summary && { ...summary, shown: frame.shown } });
    if (intents.some(([name]) => name === 'look')) this.#recolor();
    if (frame.clicked) this.stage.clicked(frame.clicked);
    if (frame.trouble) this.#problem(frame.trouble);
    const moved = before?.window.start !== frame.window.start || before.window.end !== frame.window.end;
    if (!moved) return;
    this.list.refresh(intents.some(([name]) => MOVES.has(name)));
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.push(['settle'], false), REST_MS);
    if (byUser && before) this.stage.tell('window', frame.window);
  }

  /** The list has the colours of the picture. */
  #recolor(): void {
    this.ask((host) => host.legend()).then(
      (legend) => this.store.set({ legend }),
      () => undefined,
    );
  }

  /** A tooltip shows what the pointer points at, not what the list does. */
  #isQuiet(intents: Intent[]): boolean {
    const pointing = intents.findLast(([name]) => name === 'point' || name === 'hover' || name === 'leave');
    return pointing ? pointing[0] !== 'point' : this.#state.quiet;
  }

  #listed(list: Page): void {
    this.store.set({ list });
  }
}

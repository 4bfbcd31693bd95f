// A load of items in the page: gives them to the engine, shows what is read already, and puts everything back where the
// load fails or is dropped.
import { transfer } from 'comlink';
import { badColumns, outOfMemory } from '../../data/problems.ts';
import type { Connection } from '../../engine/connection.ts';
import { aborted, DatelineError, isProblem, type Problem } from '../../engine/problem.ts';
import type { GivenItems, ItemFormat, Loaded, Progress } from '../../engine/protocol.ts';
import type { TimeWindow } from '../../engine/data.ts';
import type { Exploration } from '../exploration.ts';
import type { Kept, LoadRequest, Owner } from '../session.ts';
import type { Source } from '../source.ts';
import { PLAIN, type State, type Store } from '../state.ts';
import { buffers, copied } from './columns.ts';
import { give } from './give.ts';
import { ItemLoader } from './loader.tsx';

/** What the session lends. */
export interface Desk {
  store: Store;
  exploration: Exploration;
  owner: Owner;
  open(): Promise<Connection>;
  /** Whether nothing is shown yet: a filter that is set already is meant for what comes. */
  first: boolean;
}

export interface Taken {
  kept: Kept;
  loaded: Loaded;
  name: string;
}

/** How often the load is asked how far it is, in ms. */
const PROGRESS_MS = 100;
/** How long the engine may be silent, in ms: millions of items are put in order at one go. */
const PATIENCE_MS = 60_000;

/** Loads items in place of what is there. Throws `AbortError` or a problem, and then everything is as before. */
export async function takeItems(desk: Desk, source: Source, format: ItemFormat, request: LoadRequest, signal: AbortSignal): Promise<Taken> {
  const { store, owner } = desk;
  const note = (progress: Progress) => {
    if (signal.aborted) return;
    store.set({ progress });
    owner.tell('progress', progress);
  };
  store.set({ loader: ItemLoader });
  const gift = await give(source, format, { signal, note });
  const name = request.name ?? gift.name;
  const view = new View(desk, signal);
  try {
    const loaded = await read(desk, gift.given, name, request.copy ?? false, view, note, signal);
    await view.show(loaded, true);
    await settle(desk, !signal.aborted);
    if (signal.aborted) throw aborted();
    return { kept: keptOf(gift.given, name, request.copy ?? false, loaded), loaded, name };
  } catch (error) {
    await view.restore();
    throw error;
  }
}

/** What was there before goes for good, or comes back. */
async function settle({ open }: Desk, keep: boolean): Promise<void> {
  await (await open()).call((host) => host.settle(keep));
}

/** Has the engine read, and looks in on it meanwhile. */
async function read({ open }: Desk, given: GivenItems, name: string, copy: boolean, view: View, note: (progress: Progress) => void, signal: AbortSignal): Promise<Loaded> {
  const connection = await open();
  await connection.ready('items');
  const mine = await sendable(given, copy, signal);
  const cancel = () => void connection.call((host) => host.cancel()).catch(() => undefined);
  signal.throwIfAborted();
  signal.addEventListener('abort', cancel, { once: true });
  const stop = look(connection, view, note);
  try {
    return await connection.patiently(PATIENCE_MS, (host) => host.loadItems(mine, name).catch(refused));
  } finally {
    signal.removeEventListener('abort', cancel);
    await stop();
  }
}

/** Looks in on a load from time to time. Gives what ends it, when no picture is half shown. */
function look(connection: Connection, view: View, note: (progress: Progress) => void): () => Promise<void> {
  let looking: Promise<void> | null = null;
  const once = async () => {
    const progress = await connection.call((host) => host.progress());
    if (timer === null || !progress) return;
    note(progress);
    if ((progress.shown ?? 0) > view.seen) await view.look(connection, progress.shown ?? 0);
  };
  let timer: ReturnType<typeof setInterval> | null = setInterval(() => {
    looking ??= once().catch(() => undefined).finally(() => (looking = null));
  }, PROGRESS_MS);
  return async () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    await looking;
  };
}

/** Columns go with their buffers, or as a copy; a file is only named. */
async function sendable(given: GivenItems, copy: boolean, signal: AbortSignal): Promise<GivenItems> {
  if (given.format !== 'columns') return given;
  const columns = copy ? await copied(given.columns, () => signal.throwIfAborted()).catch(refused) : given.columns;
  return transfer({ ...given, columns }, buffers(columns));
}

/** What the browser refuses to send or to make, as a problem: it is no failure of the engine. */
function refused(error: unknown): never {
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'DataCloneError')) throw new DatelineError(badColumns('a buffer cannot be given away; try `copy: true`'));
  if (error instanceof RangeError) throw new DatelineError(outOfMemory());
  throw error;
}

/** What a new engine is given after the death of the last. */
function keptOf(given: GivenItems, name: string, copy: boolean, { summary }: Loaded): Kept {
  const again = async (connection: Connection): Promise<Problem | null> => {
    if (given.format === 'columns' && !copy) return LOST;
    const mine = await sendable(given.format === 'columns' ? given : { ...given, most: summary.items }, copy, new AbortController().signal);
    try {
      await connection.ready('items');
      await connection.patiently(PATIENCE_MS, (host) => host.loadItems(mine, name));
      await connection.call((host) => host.settle(true));
      return null;
    } catch (error) {
      if (!isProblem(error) || error.code === 'engine-failed') throw error;
      return { code: error.code, message: error.message, fix: error.fix };
    }
  };
  return { report: null, again };
}

const LOST: Problem = {
  code: 'data-lost',
  message: 'The engine failed, and the item columns that it was given are lost.',
  fix: 'Load them again; with `copy: true` the page keeps them.',
};

/** The picture of a load: what was there before, and what is shown on the way. */
class View {
  /** How many pictures the engine had shown when it was looked at last. */
  seen = 0;
  /** How many were shown here. */
  #shown = 0;
  /** The window that the page asks for, whatever is shown. */
  #asked: ReturnType<Owner['initialWindow']> | null = null;
  readonly #before: State;

  constructor(
    private readonly desk: Desk,
    private readonly signal: AbortSignal,
  ) {
    this.#before = desk.store.state;
  }

  /** Shows what is read so far. */
  async look(connection: Connection, shown: number): Promise<void> {
    const loaded = await connection.call((host) => host.loaded());
    if (!this.signal.aborted) await this.show(loaded, false);
    this.seen = shown;
  }

  /** Shows a part or all: a filter and a window that the reader chose meanwhile stay. */
  async show(loaded: Loaded, whole: boolean): Promise<void> {
    const { store, exploration, owner } = this.desk;
    const chosen = this.#chosen();
    const asked = this.#initial();
    const filter = this.#shown > 0 || this.desk.first ? store.state.filter : {};
    const selection = this.#shown > 0 ? store.state.selection : [];
    const summary = await this.#asChosen(loaded, filter);
    const fresh = this.#shown > 0 ? {} : { detail: null, reading: null };
    store.set({ loaded, legend: loaded.legend, summary, filter, unmatched: [], selection, ...fresh, ...(whole && { phase: 'ready', progress: null, loader: null }) });
    exploration.begin(owner.look(), chosen ? { from: chosen.start, to: chosen.end } : asked);
    if (selection.length > 0) exploration.push(['select', selection], false);
    this.#shown += 1;
    exploration.moved = chosen !== null;
    await exploration.painted();
  }

  /** The window to begin with, the same for every picture unless another is asked for. */
  #initial(): ReturnType<Owner['initialWindow']> {
    const { owner } = this.desk;
    this.#asked = this.#asked ? { ...this.#asked, ...owner.pendingWindow() } : owner.initialWindow();
    return this.#asked;
  }

  /** The window where somebody moved it since the first picture. */
  #chosen(): TimeWindow | null {
    const { moved, window } = this.desk.exploration;
    return this.#shown > 0 && moved ? window : null;
  }

  /** A fresh engine learns how items are placed, coded and filtered; gives the counts. */
  async #asChosen(loaded: Loaded, filter: State['filter']): Promise<Loaded['summary']> {
    const { store, exploration, open } = this.desk;
    const connection = await open();
    const { axis, coding } = store.state;
    let { summary } = loaded;
    if (axis !== 'published') summary = await connection.call((host) => host.axis(axis));
    if (JSON.stringify(coding) !== JSON.stringify(PLAIN)) summary = loaded.summary = (await exploration.recode())?.all ?? summary;
    return Object.keys(filter).length > 0 ? connection.call((host) => host.filter(filter)) : summary;
  }

  /** As it was before the load. */
  async restore(): Promise<void> {
    const { store, exploration, owner, open } = this.desk;
    const { loaded, legend, summary, filter, unmatched, selection, detail, reading, list, frame, axis, coding } = this.#before;
    if (this.#shown === 0) return;
    const now = store.state;
    store.set({ loaded, legend, summary, filter, unmatched, selection, detail, reading, list, frame });
    exploration.begin(owner.look(), { from: null, to: null });
    if (!loaded || (axis === now.axis && coding === now.coding)) return;
    await open().then((connection) => exploration.restore(connection)).catch(() => undefined);
  }
}

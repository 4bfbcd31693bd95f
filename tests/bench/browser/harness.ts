// What every page of the bench does, in the same way: makes the items, then runs the phases and takes the times. Runs in the
// page, called by name from outside (`bench.load()` …). Knows the pages only by `BenchPage`.

import type { ItemColumns } from './columns.ts';
import { END, FIRST, generate } from './generator.ts';
import { random } from './random.ts';

/** One of the pages that are compared. Each promise resolves when the complete view is presented. */
export interface BenchPage {
  load(columns: ItemColumns): Promise<void>;
  /** Moves the camera. Absent where the page has none. */
  view?(from: number, to: number): Promise<void>;
  /** Chooses a window; what the page counts follows. */
  brush?(from: number, to: number): Promise<void>;
  /** Only items of these days, the camera left alone: where a page tells this from a brush. */
  range?(from: number, to: number): Promise<void>;
  /** Only items with this country; all with null. */
  filterCountry?(code: string | null): Promise<void>;
}

export const PHASES = ['pan', 'zoom', 'brush', 'range', 'filter'] as const;
export type Phase = (typeof PHASES)[number];

export interface Timed {
  /** ms of each step. */
  steps: number[];
  /** ms of each task over 50 ms of the page's main thread meanwhile. */
  long: number[];
  /** Stopped before its last step, for it took too long. */
  cut: boolean;
}

const PAN_STEPS = 40;
const ZOOM_STEPS = 40;
const OTHER_STEPS = 30;
/** A phase ends early after this time, with the steps that it has. */
const PATIENCE_MS = 30_000;
const YEAR = (END - FIRST) / 10;
const WEEK = 7 * 86_400_000;
/** Ranks of countries that are filtered by: often and seldom ones in turn. */
const RANKS = Array.from({ length: OTHER_STEPS }, (_, step) => (step % 2 === 0 ? step / 2 : 60 + 4 * step));

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The drawing that was just done is presented: the first frame takes it along, the second comes after it. */
export async function presented(): Promise<void> {
  await frame();
  await frame();
}

type Step = () => Promise<void>;

/** A window of a year that goes through all, and never twice over the same. */
function pans(page: BenchPage): Step[] {
  const at = (step: number) => FIRST + ((END - FIRST - YEAR) * step) / PAN_STEPS;
  return Array.from({ length: PAN_STEPS + 1 }, (_, step) => () => page.view!(at(step), at(step) + YEAR));
}

/** From all to a week, and out again. */
function zooms(page: BenchPage): Step[] {
  const middle = FIRST + (END - FIRST) * 0.53;
  const width = (step: number) => (END - FIRST) * (WEEK / (END - FIRST)) ** (1 - Math.abs(1 - (2 * step) / ZOOM_STEPS));
  const view = (width: number) => {
    const from = Math.min(Math.max(middle - width / 2, FIRST), END - width);
    return page.view!(from, from + width);
  };
  return Array.from({ length: ZOOM_STEPS + 1 }, (_, step) => () => view(width(step)));
}

/** Windows of a week to five years, here and there. */
function windows(choose: (from: number, to: number) => Promise<void>): Step[] {
  const next = random(5);
  return Array.from({ length: OTHER_STEPS + 1 }, () => {
    const width = WEEK * (260 ** next());
    const from = FIRST + next() * (END - FIRST - width);
    return () => choose(Math.round(from), Math.round(from + width));
  });
}

/** The first step is where the phase begins and is not counted. */
function steps(page: BenchPage, phase: Phase, dictionary: readonly string[]): Step[] {
  if (phase === 'pan') return page.view ? pans(page) : [];
  if (phase === 'zoom') return page.view ? zooms(page) : [];
  if (phase === 'brush') return page.brush ? windows((from, to) => page.brush!(from, to)) : [];
  if (phase === 'range') return page.range ? windows((from, to) => page.range!(from, to)) : [];
  if (!page.filterCountry) return [];
  return [null, ...RANKS.map((rank) => dictionary[rank] ?? null)].map((code) => () => page.filterCountry!(code));
}

/** Puts back what a phase chose, so that the next begins with all items in view. */
async function restore(page: BenchPage, phase: Phase): Promise<void> {
  if (phase === 'brush') await page.brush?.(FIRST, END);
  else if (phase === 'range') await page.range?.(FIRST, END);
  else if (phase === 'filter') await page.filterCountry?.(null);
  else await page.view?.(FIRST, END);
}

/** The tasks over 50 ms of this thread. */
class LongTasks {
  #found: number[] = [];

  constructor() {
    const gather = (list: PerformanceObserverEntryList) => this.#found.push(...list.getEntries().map(({ duration }) => duration));
    new PerformanceObserver(gather).observe({ type: 'longtask' });
  }

  /** Those since the last call. */
  async taken(): Promise<number[]> {
    // Entries come with a later task.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return this.#found.splice(0);
  }
}

async function timed(step: Step): Promise<number> {
  const begun = performance.now();
  await step();
  return performance.now() - begun;
}

/** What is called from outside, as `globalThis.bench`. */
export class Bench {
  #columns: ItemColumns | undefined;
  readonly #long = new LongTasks();
  readonly #page: BenchPage;

  constructor(page: BenchPage) {
    this.#page = page;
  }

  /** Makes the items; they stay here, as a page would keep what it has to show. */
  async make(length: number, withTexts: boolean): Promise<void> {
    this.#columns = await generate(length, withTexts);
  }

  async load(): Promise<Timed> {
    const columns = this.#columns;
    if (!columns) throw new Error('make() comes first');
    await presented();
    await this.#long.taken();
    const time = await timed(() => this.#page.load(columns));
    return { steps: [time], long: await this.#long.taken(), cut: false };
  }

  /** Null where the page cannot do this. */
  async run(phase: Phase): Promise<Timed | null> {
    const [first, ...counted] = steps(this.#page, phase, this.#columns?.countries.dictionary ?? []);
    if (!first) return null;
    await first();
    await this.#long.taken();
    const times: number[] = [];
    const begun = performance.now();
    for (const step of counted) {
      if (performance.now() - begun > PATIENCE_MS) break;
      times.push(await timed(step));
    }
    const result = { steps: times, long: await this.#long.taken(), cut: times.length < counted.length };
    await restore(this.#page, phase);
    return result;
  }

  /** Something to look at: a week, one country, or all. */
  async pose(what: 'week' | 'country' | 'all'): Promise<void> {
    const from = FIRST + (END - FIRST) * 0.53;
    if (what === 'week') await this.#page.view?.(from, from + WEEK);
    else if (what === 'all') await this.#page.view?.(FIRST, END);
    else await this.#page.filterCountry?.(this.#columns?.countries.dictionary[3] ?? null);
  }

  /** What a frame costs in which next to nothing is drawn: every step takes so long at least. */
  async floor(): Promise<number[]> {
    const spot = document.body.appendChild(document.createElement('div'));
    Object.assign(spot.style, { position: 'absolute', top: '0', width: '1px', height: '1px' });
    const times: number[] = [];
    for (let turn = 0; turn < PAN_STEPS; turn += 1) {
      spot.style.background = `rgb(${turn} 0 0)`;
      times.push(await timed(presented));
    }
    spot.remove();
    return times;
  }
}

/** Offers the page to the bench. */
export function offer(page: BenchPage): void {
  Object.assign(globalThis, { bench: new Bench(page) });
}

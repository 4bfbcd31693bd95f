// One page at one size: opens it, makes the items there, runs every phase, and tells what was seen. A page that does not
// answer in time is stopped.

import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Bench, Phase, Timed } from './harness.ts';
import { forgetPeak, launch, memory, processorTime, renderer, type Memory, type Opened } from './browser.ts';
import { OURS, type Options, type PageName } from './options.ts';
import type { Site } from './site.ts';

const PHASES: readonly Phase[] = ['pan', 'zoom', 'brush', 'range', 'filter'];
/** A page that takes longer for one step is stopped. */
const LIMIT_MS = 60_000;
/** A phase ends itself after half a minute; its last step may take the limit. */
const PHASE_MS = 30_000 + LIMIT_MS;
const MAKE_MS = 300_000;
/** From so many items on the texts lie on disk, and only the page that shows them gets them. */
const APART = 5_000_000;

export interface Result {
  page: PageName;
  items: number;
  load?: Timed;
  phases: Partial<Record<Phase, Timed>>;
  /** ms of processor time of the page's process, of all threads, for a step. */
  processor: Partial<Record<Phase | 'load', number>>;
  floor?: number[];
  /** How many programs wanted a processor while the page was measured: more than there are makes all times worse. */
  busy?: number;
  /** Before the load, after it, and after all phases. */
  before?: Memory | null;
  loaded?: Memory | null;
  after?: Memory | null;
  transferred?: number;
  /** Why there is no more. */
  stopped?: string;
}

declare const bench: Bench;

/** Rejects when the work takes longer. */
async function within<T>(limit: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: more than ${limit / 1000} s`)), limit);
  });
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Steps that are taken but not timed: where the phase begins, and back. */
const UNTIMED_STEPS = 2;

async function phases(opened: Opened, process: number | null, result: Result): Promise<void> {
  for (const phase of PHASES) {
    const before = processorTime(process);
    const timed = await within(PHASE_MS, phase, opened.page.evaluate((name) => bench.run(name), phase));
    if (!timed) continue;
    result.phases[phase] = timed;
    result.processor[phase] = (processorTime(process) - before) / (timed.steps.length + UNTIMED_STEPS);
  }
}

/** What the page shows, as pictures: all, a week, a country. */
async function pictures({ page }: Opened, name: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const take = (what: string) => page.screenshot({ path: join(folder, `${name}-${what}.png`), timeout: LIMIT_MS });
  await take('all');
  await within(LIMIT_MS, 'week', page.evaluate(() => bench.pose('week')));
  await take('week');
  await within(LIMIT_MS, 'all', page.evaluate(() => bench.pose('all')));
  await within(LIMIT_MS, 'country', page.evaluate(() => bench.pose('country')));
  await take('country');
}

async function run(opened: Opened, result: Result, site: Site, options: Options): Promise<void> {
  const { page } = opened;
  await page.goto(`${site.url}${result.page}.html`);
  await page.waitForFunction(() => 'bench' in globalThis, null, { timeout: LIMIT_MS });
  result.floor = await page.evaluate(() => bench.floor());
  const withTexts = !options.withoutTexts && (result.page === OURS || result.items < APART);
  const { items } = result;
  await within(MAKE_MS, 'make', page.evaluate(([items, withTexts]) => bench.make(items, withTexts), [items, withTexts] as const));
  const process = await renderer(opened);
  result.before = await memory(opened, process);
  forgetPeak(process);
  const idle = processorTime(process);
  result.load = await within(LIMIT_MS, 'load', page.evaluate(() => bench.load()));
  result.processor.load = processorTime(process) - idle;
  result.loaded = await memory(opened, process);
  await phases(opened, process, result);
  result.after = await memory(opened, process);
  result.transferred = site.transferred();
  if (options.pictures) await pictures(opened, `${result.page}-${items}`, options.pictures);
}

/** Measures one page at one size. */
export async function measure(site: Site, name: PageName, items: number, options: Options): Promise<Result> {
  const result: Result = { page: name, items, phases: {}, processor: {} };
  const opened = await launch(options.scratch);
  const crashed = new Promise<never>((_, reject) => opened.page.on('crash', () => reject(new Error('the page crashed'))));
  crashed.catch(() => {});
  site.transferred();
  try {
    await Promise.race([run(opened, result, site, options), crashed]);
  } catch (error) {
    result.stopped = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? 'stopped';
  }
  result.busy = loadavg()[0] ?? NaN;
  await opened.close();
  return result;
}

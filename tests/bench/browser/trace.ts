// A pan at a million items on our page, recorded by the browser's own tracing: every task over 50 ms on the page's thread is
// told, and the longest whatever it took. Frames come at the display's rate here, as for a reader.

import { writeFileSync } from 'node:fs';
import type { Bench } from './harness.ts';
import { launch } from './browser.ts';
import { OURS, type Options } from './options.ts';
import type { Site } from './site.ts';

const ITEMS = 1_000_000;
const LONG_MS = 50;
const TOLD = 5;

declare const bench: Bench;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: when, how long, and how long on a processor. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: { frames?: { url: string; processId: number }[] } };
}

const ms = (microseconds = 0) => (microseconds / 1000).toFixed(1);

/** The complete events of the threads of this name in the process that renders the page. */
function thread(events: readonly TraceEvent[], url: string, wanted: string): TraceEvent[] {
  const shown = events.flatMap(({ args }) => args?.data?.frames ?? []).find((frame) => frame.url.startsWith(url));
  const named = events.filter(({ name, args, pid }) => name === 'thread_name' && args?.name === wanted && pid === shown?.processId);
  if (named.length === 0) throw new Error(`the trace does not tell which thread is ${wanted}`);
  const threads = new Set(named.map(({ tid }) => tid));
  return events.filter(({ ph, pid, tid }) => ph === 'X' && pid === shown?.processId && threads.has(tid));
}

/** Processor time by what it was spent on, the dearest first; each event counts with what is within it. */
function totals(events: readonly TraceEvent[]): string {
  const sums = new Map<string, number>();
  for (const { name, tdur = 0 } of events) sums.set(name, (sums.get(name) ?? 0) + tdur);
  const dearest = [...sums].sort(([, a], [, b]) => b - a).filter(([name]) => !name.includes('::')).slice(0, TOLD * 2);
  return dearest.map(([name, time]) => `${name} ${ms(time)}`).join(', ');
}

function within(events: readonly TraceEvent[], { ts, dur = 0 }: TraceEvent): string {
  const inner = events.filter((event) => !event.name.endsWith('RunTask') && event.ts >= ts && event.ts + (event.dur ?? 0) <= ts + dur);
  return inner.sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0)).slice(0, TOLD).map(({ name, dur }) => `${name} ${ms(dur)}`).join(', ');
}

/** Records the pan. Gives the status: 1 when a task was long. */
export async function trace(site: Site, { scratch, out }: Options): Promise<number> {
  const opened = await launch(scratch, true);
  const { page, context } = opened;
  try {
    await page.goto(`${site.url}${OURS}.html`);
    await page.waitForFunction(() => 'bench' in globalThis);
    await page.evaluate((items) => bench.make(items, true), ITEMS);
    await page.evaluate(() => bench.load());
    const browser = context.browser();
    if (!browser) throw new Error('this browser cannot be traced');
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
    await page.evaluate(() => bench.run('pan'));
    const recorded = await browser.stopTracing();
    if (out) writeFileSync(out, recorded);
    const { traceEvents } = JSON.parse(recorded.toString()) as { traceEvents: TraceEvent[] };
    return tell(traceEvents, site.url);
  } finally {
    await opened.close();
  }
}

function tell(events: readonly TraceEvent[], url: string): number {
  const main = thread(events, url, 'CrRendererMain');
  const tasks = main.filter(({ name }) => name === 'RunTask').sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0));
  const long = (time: 'dur' | 'tdur') => tasks.filter((task) => (task[time] ?? 0) > LONG_MS * 1000).length;
  console.log(`${tasks.length} tasks on the page's thread during the pan; over ${LONG_MS} ms: ${long('dur')}, of processor time: ${long('tdur')}`);
  for (const task of tasks.slice(0, TOLD)) console.log(`  ${ms(task.dur)} ms (processor ${ms(task.tdur)}): ${within(main, task)}`);
  console.log(`the page's thread, ms of processor time: ${totals(main)}`);
  console.log(`the worker: ${totals(thread(events, url, 'DedicatedWorker thread'))}`);
  return long('dur') > 0 ? 1 : 0;
}

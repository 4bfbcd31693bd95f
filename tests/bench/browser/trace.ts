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

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  args?: { name?: string; data?: { frames?: { url: string; processId: number }[] } };
}

interface Task {
  ms: number;
  /** The longest things within, the dearest first. */
  within: string[];
}

/** The tasks of the main thread of the process that renders this page, the longest first. */
export function tasks(events: readonly TraceEvent[], url: string): Task[] {
  const shown = events.flatMap(({ args }) => args?.data?.frames ?? []).find((frame) => frame.url.startsWith(url));
  const main = events.find(({ name, args, pid }) => name === 'thread_name' && args?.name === 'CrRendererMain' && pid === shown?.processId);
  if (!main) throw new Error('the trace does not tell which thread is the page\'s');
  const own = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === main.pid && tid === main.tid);
  const run = own.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  const within = ({ ts, dur = 0 }: TraceEvent) => own
    .filter((event) => !run.includes(event) && event.ts >= ts && event.ts + (event.dur ?? 0) <= ts + dur)
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0)).slice(0, TOLD)
    .map(({ name, dur = 0 }) => `${name} ${(dur / 1000).toFixed(1)}`);
  const longest = run.sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0));
  return longest.map((task, at) => ({ ms: (task.dur ?? 0) / 1000, within: at < TOLD ? within(task) : [] }));
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
    return tell(tasks(traceEvents, site.url));
  } finally {
    await opened.close();
  }
}

function tell(found: readonly Task[]): number {
  const long = found.filter(({ ms }) => ms > LONG_MS).length;
  console.log(`${found.length} tasks on the page's thread during the pan, ${long} of them over ${LONG_MS} ms. The longest:`);
  for (const { ms, within } of found.slice(0, TOLD)) console.log(`  ${ms.toFixed(1)} ms: ${within.join(', ')}`);
  return long > 0 ? 1 : 0;
}

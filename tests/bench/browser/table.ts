// The figures as markdown: one table of what was measured, one of ratios to our page and to the bare one.

import { cpus } from 'node:os';
import type { Phase, Timed } from './harness.ts';
import type { Result } from './measure.ts';
import { OURS } from './options.ts';

const BARE = 'bare';
const PHASES: readonly Phase[] = ['pan', 'zoom', 'brush', 'range', 'filter'];

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;

const short = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));
const megabytes = (bytes: number | undefined) => (bytes === undefined ? '' : Math.round(bytes / 2 ** 20).toLocaleString('en'));
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[][]) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const range = (values: readonly number[]) => `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`;
const power = (items: number) => `1e${Math.round(Math.log10(items))}`;

/** p50 (p95), and the number of steps where the phase was cut. */
function steps(timed: Timed | undefined): string {
  if (!timed) return '–';
  if (timed.steps.length === 0) return 'none in 30 s';
  const told = `${short(quantile(timed.steps, 0.5))} (${short(quantile(timed.steps, 0.95))})`;
  return timed.cut ? `${told}, ${timed.steps.length} steps` : told;
}

/** How many, and the longest. */
function long(result: Result): string {
  const told = [result.load, ...PHASES.map((phase) => result.phases[phase])].map((timed) => {
    const list = timed?.long ?? [];
    return list.length === 0 ? '0' : `${list.length} (${short(Math.max(...list))})`;
  });
  return told.every((count) => count === '0') ? 'none' : told.join(' / ');
}

const HEAD = [
  'items', 'page', 'load', ...PHASES, 'long tasks: load / pan / zoom / brush / range / filter',
  'MB before', 'MB loaded', 'MB after', 'MB peak', 'KB transferred',
];

function measured(result: Result): string[] {
  const { items, page, load, phases, before, loaded, after, transferred, stopped } = result;
  return [
    power(items), page, load ? short(load.steps[0] ?? NaN) : (stopped ?? ''), ...PHASES.map((phase) => steps(phases[phase])),
    load ? long(result) : '', megabytes(before?.resident), megabytes(loaded?.resident), megabytes(after?.resident),
    megabytes(after && loaded ? Math.max(after.peak, loaded.peak) : undefined),
    (transferred === undefined ? '' : (transferred / 1000).toFixed(0)) + (load && stopped ? ` stopped: ${stopped}` : ''),
  ];
}

const RATIO_HEAD = ['items', 'page', 'to', 'load', ...PHASES.flatMap((phase) => [`${phase} p50`, `${phase} p95`]), 'MB loaded', 'MB added by load'];

const ratio = (value: number | undefined, base: number | undefined) =>
  value === undefined || base === undefined || !Number.isFinite(value / base) ? '' : `${(value / base).toPrecision(value / base >= 100 ? 3 : 2)} ×`;

function ratios(result: Result, base: Result): string[] {
  const of = (phase: Phase, share: number, { phases }: Result) => {
    // Where a page tells no range from a brush, its brush is what a range is compared with.
    const timed = phases[phase] ?? (phase === 'range' ? phases.brush : undefined);
    return timed && quantile(timed.steps, share);
  };
  const added = ({ before, loaded }: Result) => (before && loaded ? loaded.resident - before.resident : undefined);
  return [
    power(result.items), result.page, base.page, ratio(result.load?.steps[0], base.load?.steps[0]),
    ...PHASES.flatMap((phase) => [0.5, 0.95].map((share) => ratio(of(phase, share, result), of(phase, share, base)))),
    ratio(result.loaded?.resident, base.loaded?.resident), ratio(added(result), added(base)),
  ];
}

const PROCESSOR_HEAD = ['items', 'page', 'load', ...PHASES];

/** Processor time does not grow when other programs want the processors too. */
function processor({ items, page, processor }: Result): string[] {
  const told = [processor.load, ...PHASES.map((phase) => processor[phase])];
  return [power(items), page, ...told.map((ms) => (ms === undefined ? '–' : short(ms)))];
}

/** Everything that was measured. */
export function markdown(results: readonly Result[]): string {
  const pairs = results.flatMap((result) => [OURS, BARE].flatMap((name) => {
    const base = results.find(({ page, items }) => page === name && items === result.items);
    return base && base !== result && result.load ? [ratios(result, base)] : [];
  }));
  const floors = results.flatMap(({ floor }) => floor ?? []);
  return [
    `Times in ms, p50 (p95). A view in which one pixel changes takes ${short(quantile(floors, 0.5))} (${short(quantile(floors, 0.95))}). ` +
      `The machine has ${cpus().length} cores; ${range(results.flatMap(({ busy }) => busy ?? []))} programs wanted one.`,
    table(HEAD, results.map(measured)),
    table(RATIO_HEAD, pairs),
    'Processor time of the page\'s process, all threads, in ms a step:',
    table(PROCESSOR_HEAD, results.map(processor)),
  ].join('\n\n') + '\n';
}

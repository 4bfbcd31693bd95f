// crossfilter2 with d3: dimensions by day, country and section, bars on a canvas. Fast mode: the records are row numbers,
// the dimensions read typed arrays, counts by its own `reduceCount`.

import crossfilter from 'crossfilter2';
import { max } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import type { ItemColumns } from '../columns.ts';
import { END, FIRST } from '../generator.ts';
import { offer, presented, type BenchPage } from '../harness.ts';
import { context, HEIGHT, WIDTH } from './canvas.ts';

const DAY = 86_400_000;
const COUNTRIES_SHOWN = 40;
const TIMELINE_BOTTOM = 380;
const BARS_TOP = 440;

const drawing = context();
let [from, to] = [FIRST, END];

function build({ length, start, section, countries: { codes, offsets, dictionary } }: ItemColumns) {
  const days = Uint16Array.from({ length }, (_, row) => Math.floor((start[row]! - FIRST) / DAY));
  const own = (row: number) => Array.from(codes.subarray(offsets[row], offsets[row + 1]));
  const index = crossfilter(Array.from({ length }, (_, row) => row));
  const byDay = index.dimension((row) => days[row]!);
  const byCountry = index.dimension(own as never, true) as unknown as crossfilter.Dimension<number, number>;
  const bySection = index.dimension((row) => section.codes[row]!);
  return {
    dictionary, sections: section.dictionary, byDay, byCountry,
    perDay: byDay.group().reduceCount(),
    perCountry: byCountry.group().reduceCount(),
    perSection: bySection.group().reduceCount(),
  };
}

let built: ReturnType<typeof build> | undefined;

type Group = { key: unknown; value: unknown };
const most = (groups: readonly Group[]) => max(groups, ({ value }) => value as number) ?? 1;

function drawDays(groups: readonly Group[]): void {
  const x = scaleUtc([from, to], [0, WIDTH]);
  const y = scaleLinear([0, most(groups)], [TIMELINE_BOTTOM, 10]);
  const width = Math.max(1, (WIDTH * DAY) / (to - from) - 1);
  drawing.fillStyle = '#36c';
  for (const { key, value } of groups) {
    const left = x(FIRST + (key as number) * DAY);
    if (left > -width && left < WIDTH) drawing.fillRect(left, y(value as number), width, TIMELINE_BOTTOM - y(value as number));
  }
  drawing.fillStyle = '#000';
  for (const tick of x.ticks(10)) drawing.fillText(x.tickFormat()(tick), x(tick), TIMELINE_BOTTOM + 14);
}

function drawBars(groups: readonly Group[], names: readonly string[], left: number): void {
  const x = scaleLinear([0, most(groups)], [0, WIDTH / 2 - 140]);
  const height = (HEIGHT - BARS_TOP) / COUNTRIES_SHOWN;
  for (const [at, { key, value }] of groups.entries()) {
    const top = BARS_TOP + at * height;
    drawing.fillStyle = '#c63';
    drawing.fillRect(left + 100, top, x(value as number), height - 1);
    drawing.fillStyle = '#000';
    drawing.fillText(`${names[key as number]} ${value as number}`, left, top + height - 2);
  }
}

function show(): Promise<void> {
  if (!built) return Promise.resolve();
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, WIDTH, HEIGHT);
  drawDays(built.perDay.all());
  drawBars(built.perCountry.top(COUNTRIES_SHOWN), built.dictionary, 10);
  drawBars(built.perSection.top(Infinity), built.sections, WIDTH / 2);
  return presented();
}

const page: BenchPage = {
  load(columns) {
    built = build(columns);
    return show();
  },
  view(start, end) {
    [from, to] = [start, end];
    return show();
  },
  brush(start, end) {
    built?.byDay.filterRange([Math.floor((start - FIRST) / DAY), Math.ceil((end - FIRST) / DAY)]);
    return show();
  },
  filterCountry(code) {
    if (code === null) built?.byCountry.filterAll();
    else built?.byCountry.filterExact(built.dictionary.indexOf(code));
    return show();
  },
};

offer(page);

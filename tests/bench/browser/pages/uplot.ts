// uPlot: points of time by section. Fast mode: `mode: 2` (its own way for scatter plots) with one series a section, a path
// builder as in its scatter demo, of squares and not of circles, no legend, no cursor, points out of the view left out.

import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ItemColumns } from '../columns.ts';
import { END, FIRST } from '../generator.ts';
import { offer, presented, type BenchPage } from '../harness.ts';
import { HEIGHT, WIDTH } from './canvas.ts';
import { hasCountry, spread } from './points.ts';

const POINT = 2;
const COLORS = ['#36c', '#c63', '#393', '#939', '#399', '#963', '#669', '#996', '#c36', '#444'];

let plot: uPlot | undefined;
let columns: ItemColumns | undefined;
let heights = new Float32Array();

type Facets = [Float64Array, Float64Array];

/** The points of each section: all their x, all their y. */
function facets({ start, section, countries, length }: ItemColumns, code: string | null): Facets[] {
  const has = hasCountry(countries, code);
  const sizes = new Uint32Array(section.dictionary.length);
  for (let row = 0; row < length; row += 1) if (has(row)) sizes[section.codes[row]!]! += 1;
  const made = Array.from(sizes, (size): Facets => [new Float64Array(size), new Float64Array(size)]);
  sizes.fill(0);
  for (let row = 0; row < length; row += 1) {
    if (!has(row)) continue;
    const lane = section.codes[row]!;
    const [x, y] = made[lane]!;
    const at = sizes[lane]!++;
    x[at] = start[row]!;
    y[at] = heights[row]!;
  }
  return made;
}

const data = (given: ItemColumns, code: string | null) => [null, ...facets(given, code)] as unknown as uPlot.AlignedData;

/** The points of a series as squares in one path. */
const squares: uPlot.Series.PathBuilder = (plot, series) => {
  uPlot.orient(plot, series, (_series, _x, _y, scaleX, scaleY, toX, toY, left, top, width, height, _moveTo, _lineTo, rect) => {
    const [x, y] = plot.data[series] as unknown as Facets;
    const [low, high] = [scaleX.min ?? FIRST, scaleX.max ?? END];
    const path = new Path2D();
    for (let at = 0; at < x.length; at += 1) {
      const time = x[at]!;
      if (time < low || time > high) continue;
      rect(path, toX(time, scaleX, width, left), toY(y[at]!, scaleY, height, top), POINT, POINT);
    }
    plot.ctx.fillStyle = COLORS[series - 1] ?? '#000';
    plot.ctx.fill(path);
  });
  return null;
};

const options = (sections: number): uPlot.Options => ({
  width: WIDTH,
  height: HEIGHT - 40,
  mode: 2,
  ms: 1,
  legend: { show: false },
  cursor: { show: false },
  scales: {
    x: { time: true, range: (_plot, min, max) => [min ?? FIRST, max ?? END], auto: false, min: FIRST, max: END },
    y: { time: false, range: () => [0, sections], auto: false },
  },
  series: [{}, ...Array.from({ length: sections }, () => ({ paths: squares, points: { show: false } }))],
});

const look = (min: number, max: number) => {
  plot?.setScale('x', { min, max });
  return presented();
};

const page: BenchPage = {
  load(given) {
    columns = given;
    heights = spread(given);
    const element = document.querySelector<HTMLElement>('#chart')!;
    plot = new uPlot(options(given.section.dictionary.length), data(given, null), element);
    return presented();
  },
  view: look,
  brush: look,
  filterCountry(code) {
    if (columns) plot?.setData(data(columns, code));
    return presented();
  },
};

offer(page);

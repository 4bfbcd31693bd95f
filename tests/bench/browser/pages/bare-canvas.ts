// A canvas on typed arrays: above, how many items each section has in each column of pixels; below, how many each country has
// in each month of the view. Fast mode: one pass over plain arrays, pixels written into an ImageData.

import type { ItemColumns } from '../columns.ts';
import { END, FIRST } from '../generator.ts';
import { presented, type BenchPage } from '../harness.ts';
import { context, HEIGHT, WIDTH } from './canvas.ts';
import { inOrder } from './order.ts';

const LANE = 30;
const MONTHS = 120;
const ROWS = 40;
const ROW = 12;
const CELLS_TOP = 360;
const MONTH_MS = (END - FIRST) / MONTHS;

interface Rows {
  start: Float64Array;
  section: Uint8Array;
  countries: Uint8Array;
  offsets: Uint32Array;
  names: string[];
  sections: number;
}

function rows({ start, section, countries }: ItemColumns, sorted: boolean): Rows {
  const plain = {
    start, section: section.codes, countries: countries.codes, offsets: countries.offsets, names: countries.dictionary,
    sections: section.dictionary.length,
  };
  return sorted ? { ...plain, ...inOrder(plain) } : plain;
}

/** The first row of rows in order that is not before `time`. */
function lowerBound(start: Float64Array, time: number): number {
  let [low, high] = [0, start.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function largest(counts: Uint32Array): number {
  let most = 1;
  for (let at = 0; at < counts.length; at += 1) if (counts[at]! > most) most = counts[at]!;
  return most;
}

/** Grey to black by count. */
const shade = (count: number, most: number) => 0xff000000 | (0x010101 * (230 - Math.round(220 * Math.sqrt(count / most))));

export function bare({ sorted }: { sorted: boolean }): BenchPage {
  const canvas = context();
  let data: Rows | undefined;
  let chosen = -1;
  let [from, to] = [FIRST, END];
  const image = canvas.createImageData(WIDTH, HEIGHT);
  const pixels = new Uint32Array(image.data.buffer);
  const density = new Uint32Array(256 * WIDTH);
  const cells = new Uint32Array(256 * MONTHS);
  const sums = new Uint32Array(256);

  function count({ start, section, countries, offsets }: Rows): void {
    density.fill(0);
    cells.fill(0);
    sums.fill(0);
    const scale = WIDTH / (to - from);
    const [first, last] = sorted ? [lowerBound(start, from), lowerBound(start, to)] : [0, start.length];
    for (let row = first; row < last; row += 1) {
      const time = start[row]!;
      if (time < from || time >= to) continue;
      const [begin, end] = [offsets[row]!, offsets[row + 1]!];
      if (chosen >= 0) {
        let has = false;
        for (let at = begin; at < end; at += 1) has ||= countries[at] === chosen;
        if (!has) continue;
      }
      density[section[row]! * WIDTH + Math.floor((time - from) * scale)]! += 1;
      const month = Math.floor((time - FIRST) / MONTH_MS);
      for (let at = begin; at < end; at += 1) {
        cells[countries[at]! * MONTHS + month]! += 1;
        sums[countries[at]!]! += 1;
      }
    }
  }

  function draw({ names, sections }: Rows): void {
    pixels.fill(0xffffffff);
    drawDensity(sections);
    drawCells([...names.keys()].sort((a, b) => sums[b]! - sums[a]!).slice(0, ROWS));
    canvas.putImageData(image, 0, 0);
  }

  function drawDensity(sections: number): void {
    const most = largest(density);
    for (let lane = 0; lane < sections; lane += 1) {
      for (let column = 0; column < WIDTH; column += 1) {
        const count = density[lane * WIDTH + column]!;
        if (count === 0) continue;
        const height = Math.ceil((LANE - 4) * Math.sqrt(count / most));
        for (let y = 0; y < height; y += 1) pixels[((lane + 1) * LANE - y) * WIDTH + column] = 0xff803020;
      }
    }
  }

  function drawCells(countries: number[]): void {
    const most = largest(cells);
    const width = WIDTH / MONTHS;
    for (const [row, country] of countries.entries()) {
      for (let month = 0; month < MONTHS; month += 1) {
        const color = shade(cells[country * MONTHS + month]!, most);
        const corner = (CELLS_TOP + row * ROW) * WIDTH + month * width;
        for (let y = 0; y < ROW - 1; y += 1) {
          for (let x = 0; x < width - 1; x += 1) pixels[corner + y * WIDTH + x] = color;
        }
      }
    }
  }

  function show(): Promise<void> {
    if (!data) return Promise.resolve();
    count(data);
    draw(data);
    return presented();
  }

  const look = (start: number, end: number) => {
    [from, to] = [start, end];
    return show();
  };
  return {
    load(columns) {
      data = rows(columns, sorted);
      return show();
    },
    view: look,
    brush: look,
    filterCountry(code) {
      chosen = code && data ? data.names.indexOf(code) : -1;
      return show();
    },
  };
}

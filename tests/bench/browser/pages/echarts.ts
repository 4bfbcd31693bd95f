// ECharts: a scatter of time by section, each point off its section's middle by chance, with data zoom. Fast mode, as its
// handbook recommends for many points: `large`, coordinates in a typed array, canvas renderer, no animation.

import { ScatterChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { ItemColumns } from '../columns.ts';
import { END, FIRST } from '../generator.ts';
import { offer, presented, type BenchPage } from '../harness.ts';
import { hasCountry, spread } from './points.ts';

use([ScatterChart, GridComponent, DataZoomComponent, CanvasRenderer]);
const chart = init(document.querySelector<HTMLElement>('#chart'));
let columns: ItemColumns | undefined;
let heights = new Float32Array();

/** Large charts are drawn in portions; `finished` comes after the last. */
function finished(change: () => void): Promise<void> {
  return new Promise<void>((resolve) => {
    const done = () => {
      chart.off('finished', done);
      resolve();
    };
    chart.on('finished', done);
    change();
  }).then(presented);
}

/** The points of the items with this country: x, y, x, y, … */
function points({ start, countries, length }: ItemColumns, code: string | null): Float64Array {
  const has = hasCountry(countries, code);
  const flat = new Float64Array(2 * length);
  let end = 0;
  for (let row = 0; row < length; row += 1) {
    if (!has(row)) continue;
    flat[end++] = start[row]!;
    flat[end++] = heights[row]!;
  }
  return flat.subarray(0, end);
}

const look = (startValue: number, endValue: number) =>
  finished(() => chart.dispatchAction({ type: 'dataZoom', dataZoomIndex: 0, startValue, endValue }));

const page: BenchPage = {
  load(given) {
    columns = given;
    heights = spread(given);
    return finished(() => chart.setOption({
      animation: false,
      grid: { left: 80, right: 20, top: 20, bottom: 80 },
      xAxis: { type: 'time', min: FIRST, max: END },
      yAxis: { type: 'value', min: 0, max: given.section.dictionary.length },
      dataZoom: [{ type: 'inside' }, { type: 'slider', showDataShadow: false }],
      series: [{
        type: 'scatter', large: true, symbolSize: 2, itemStyle: { opacity: 0.4 },
        dimensions: ['time', 'section'], data: points(given, null),
      }],
    }));
  },
  view: look,
  brush: look,
  filterCountry: (code) => finished(() => columns && chart.setOption({ series: [{ data: points(columns, code) }] })),
};

offer(page);

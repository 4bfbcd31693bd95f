// vis-timeline: items as points in a group for each section. Fast mode, as its handbook recommends for many items: no
// stacking, its own clusters, no tooltips, a DataSet filled at once, a DataView for the filter.

import { DataSet, DataView } from 'vis-data';
import { Timeline } from 'vis-timeline';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { END, FIRST } from '../generator.ts';
import { offer, presented, type BenchPage } from '../harness.ts';

interface Item {
  id: number;
  start: number;
  group: number;
  content: string;
  countries: string[];
}

let chosen: string | null = null;
let timeline: Timeline | undefined;
let view: DataView<Item> | undefined;

/** It redraws a while after a change and says so. */
const redrawn = (made: Timeline) => new Promise<void>((resolve) => {
  const done = () => {
    made.off('changed', done);
    resolve();
  };
  made.on('changed', done);
});

async function look(from: number, to: number): Promise<void> {
  if (!timeline) return;
  const { start, end } = timeline.getWindow();
  // It says nothing where nothing changes.
  if (start.getTime() === Math.round(from) && end.getTime() === Math.round(to)) return;
  const drawn = redrawn(timeline);
  timeline.setWindow(Math.round(from), Math.round(to), { animation: false });
  await drawn;
  await presented();
}

const page: BenchPage = {
  async load({ length, start, section, countries: { codes, offsets, dictionary } }) {
    const items = Array.from({ length }, (_, id): Item => ({
      id, start: start[id]!, group: section.codes[id]!, content: '',
      countries: Array.from(codes.subarray(offsets[id], offsets[id + 1]), (code) => dictionary[code] ?? ''),
    }));
    const groups = section.dictionary.map((content, id) => ({ id, content }));
    view = new DataView(new DataSet(items), { filter: ({ countries }) => chosen === null || countries.includes(chosen) });
    const element = document.querySelector<HTMLElement>('#chart')!;
    const options = {
      stack: false, cluster: { maxItems: 5, showStipes: false }, showTooltips: false, type: 'point',
      start: FIRST, end: END, min: FIRST, max: END, height: 900, width: '1440px',
    } as const;
    await new Promise<void>((resolve) => {
      timeline = new Timeline(element, view as never, groups, { ...options, onInitialDrawComplete: resolve });
    });
    await presented();
  },
  view: look,
  brush: look,
  async filterCountry(code) {
    if (!timeline || !view) return;
    chosen = code;
    let altered = false;
    const note = () => (altered = true);
    const drawn = redrawn(timeline);
    view.on('*', note);
    view.refresh();
    view.off('*', note);
    if (altered) await drawn;
    await presented();
  },
};

offer(page);

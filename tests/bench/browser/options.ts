// The command line of the bench, as data.

import { parseArgs } from 'node:util';

/** The pages, ours first. */
export const PAGES = ['dateline', 'bare', 'bare-sorted', 'crossfilter', 'echarts', 'uplot', 'vis-timeline'] as const;
export type PageName = (typeof PAGES)[number];
export const OURS: PageName = 'dateline';

const LEAST = 1e3;
const MOST = 1e7;

export interface Options {
  pages: PageName[];
  sizes: number[];
  /** The pages get no texts. */
  withoutTexts: boolean;
  trace: boolean;
  /** Where the table is written as markdown. */
  out: string | undefined;
  /** Folder for a picture of each page at each size. */
  pictures: string | undefined;
  /** The built site. */
  dist: string;
  /** Folder for the built pages and what the browser keeps. */
  scratch: string;
}

/** 1e3, 1e4, … as far as asked. */
function sizes(least: number, most: number): number[] {
  const all: number[] = [];
  for (let size = LEAST; size <= MOST; size *= 10) if (size >= least && size <= most) all.push(size);
  return all;
}

export function options(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      most: { type: 'string', default: String(MOST) },
      least: { type: 'string', default: String(LEAST) },
      only: { type: 'string', multiple: true },
      'without-texts': { type: 'boolean', default: false },
      trace: { type: 'boolean', default: false },
      out: { type: 'string' },
      pictures: { type: 'string' },
      dist: { type: 'string' },
      scratch: { type: 'string' },
    },
  });
  const { only, dist, scratch } = values;
  const unknown = only?.find((name) => !PAGES.some((page) => page === name));
  if (unknown !== undefined) throw new Error(`no page is named ${unknown}; there are ${PAGES.join(', ')}`);
  if (!dist || !scratch) throw new Error('--dist and --scratch are wanted; `cargo xtask bench browser` gives them');
  return {
    pages: PAGES.filter((page) => !only || only.includes(page)),
    sizes: sizes(Number(values.least), Number(values.most)),
    withoutTexts: values['without-texts'], trace: values.trace, out: values.out, pictures: values.pictures, dist, scratch,
  };
}

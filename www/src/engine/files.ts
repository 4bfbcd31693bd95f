// The items as files, page by page: so that a million of them are never one string.
import type { Exploring } from './host.ts';
import { pause } from './slices.ts';

/** Items that are written at one go. */
const PAGE = 5000;

export async function csv(engine: Exploring, all: boolean): Promise<Blob> {
  const parts: string[] = [];
  for await (const part of pages((offset) => engine.exportCsv(all, offset, PAGE), (part) => part === '')) parts.push(part);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** One document. The items of the first page are written with everything else, those of the others put behind them. */
export async function json(engine: Exploring, all: boolean): Promise<Blob> {
  const parts: string[] = [];
  let tail = '';
  const read = (offset: number) => engine.exportDocument(all, offset, PAGE) as { items: unknown[] };
  for await (const document of pages(read, ({ items }) => items.length === 0)) {
    const items = JSON.stringify(document.items, null, 2).replace(/^/gm, '  ').trimStart();
    if (parts.length === 0) {
      const whole = JSON.stringify({ ...document, items: MARK }, null, 2);
      const [head = '', rest = ''] = whole.split(JSON.stringify(MARK));
      parts.push(head, items);
      tail = rest;
    } else {
      // A list ends with a line end, its margin and its bracket; the next begins with a bracket.
      parts.push(parts.pop()?.slice(0, -'\n  ]'.length) ?? '', ',', items.slice(1));
    }
  }
  return new Blob([...parts, tail, '\n'], { type: 'application/json' });
}

/** Stands for the items in the written document; no report can hold it, for it is made anew each time. */
const MARK = `items-${crypto.randomUUID()}`;

/** The first page whatever it holds, then all others up to an empty one, with a pause between two. */
async function* pages<T>(read: (offset: number) => T, isEmpty: (page: T) => boolean): AsyncGenerator<T> {
  for (let offset = 0; ; offset += PAGE) {
    const page = read(offset);
    if (offset > 0 && isEmpty(page)) return;
    yield page;
    await pause();
  }
}

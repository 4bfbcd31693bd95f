// A load of items in an engine of its own: the formats on one side, the engine on the other. One script for both: one trip.
import { showColumns } from './columns.ts';
import type { Diagnostic } from '../engine/data.ts';
import type { GivenItems } from '../engine/protocol.ts';
import { isProblem, type Problem } from '../engine/problem.ts';
import type { ItemsEngine } from './engine.ts';
import { readItems, type Stage } from './read-items.ts';
import type { Texts } from './texts.ts';

export { start } from './engine.ts';

/** What the host says and hears while items are read. */
export interface Hold extends Pick<Stage, 'check' | 'keeping' | 'note'> {
  /** The engine shows something from now on. */
  shown(): void;
  /** Texts could not be read: they are shown empty, and no word is found in them. Said of each. */
  unread(problem: Problem): void;
}

/** Reads items and shows them, also on the way; gives what there is to say about them. Throws a problem. */
export function loadItems(engine: ItemsEngine, given: GivenItems, name: string, hold: Hold): Promise<Diagnostic[]> {
  const countries = new Set((engine.countries() as [code: string, name: string][]).map(([code]) => code));
  return readItems({
    countries,
    check: hold.check,
    keeping: hold.keeping,
    note: hold.note,
    show: (columns, texts) => {
      const remarks = showColumns(engine, columns, texts && telling(texts, hold.unread), name);
      hold.shown();
      return remarks;
    },
  }, given);
}

/** The same texts; it is told when some cannot be read. */
function telling(texts: Texts, tell: (problem: Problem) => void): Texts {
  const read = (start: number, end: number) => {
    try {
      return texts.read(start, end);
    } catch (error) {
      if (isProblem(error)) tell(error);
      throw error;
    }
  };
  return { get size() { return texts.size; }, read };
}

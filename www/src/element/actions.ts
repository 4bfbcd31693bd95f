// What the controls mean: from a click, a key or a menu to the exploration.
import type { Axis, Filter, Item } from '../engine/data.ts';
import type { Direction, Target } from '../engine/protocol.ts';
import type { Exploration } from './exploration.ts';
import type { KeyActions } from './keyboard.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** The parts of a filter that are lists. */
export type FacetKey = 'countries' | 'outlets' | 'languages' | 'sections' | 'kinds';

export class Actions implements KeyActions {
  constructor(readonly session: Session) {}

  get exploration(): Exploration {
    return this.session.exploration;
  }

  get #state(): State {
    return this.session.state;
  }

  #set(filter: Filter): void {
    void this.exploration.setFilter(filter, true);
  }

  /** Sets the chosen values of a part of the filter; none means all. */
  choose(key: FacetKey, values: (string | number)[]): void {
    const { [key]: _, ...rest } = this.#state.filter;
    this.#set(values.length > 0 ? { ...rest, [key]: values } : rest);
  }

  /** Only this value; or all again where it was the only one. */
  toggle(key: FacetKey, value: string | number): void {
    const chosen: (string | number)[] = this.#state.filter[key] ?? [];
    this.choose(key, chosen.length === 1 && chosen[0] === value ? [] : [value]);
  }

  /** Lifts parts of the filter. */
  lift(...keys: (keyof Filter)[]): void {
    this.#set(Object.fromEntries(Object.entries(this.#state.filter).filter(([key]) => !keys.includes(key as keyof Filter))));
  }

  liftAll(): void {
    this.#set({});
  }

  /** Places the items by another of their dates. */
  place(axis: Axis): void {
    this.exploration.setAxis(axis, true);
  }

  /** Acts on what was clicked in the picture. */
  click(target: Target): void {
    switch (target.type) {
      case 'item':
        return this.exploration.show(target.item);
      case 'lane':
        return this.toggle('sections', target.section);
      case 'country':
        return this.toggle('countries', target.code);
      case 'cell':
        return this.#toggleCell(target);
      case 'plot':
        return this.clearSelection();
      default:
    }
  }

  /** A cell is a country in a stretch of time. */
  #toggleCell({ code, start, end }: Extract<Target, { type: 'cell' }>): void {
    const { filter } = this.#state;
    const { countries, from: _from, to: _to, ...rest } = filter;
    const chosen = countries?.[0] === code && filter.start === start && filter.end === end;
    this.#set(chosen ? rest : { ...rest, countries: [code], from: start, to: end });
  }

  clearSelection(): void {
    if (this.#state.selection.length > 0) this.exploration.select([], true);
    this.session.store.set({ detail: null });
  }

  /** Leaves what was opened last: tooltip, text, evidence, selection, zoom. */
  escape(): boolean {
    const { frame, quiet, reading, detail, selection } = this.#state;
    if (frame?.hovered?.type === 'item' && !quiet) this.session.store.set({ quiet: true });
    else if (reading) this.exploration.read(null);
    else if (detail) this.session.store.set({ detail: null });
    else if (selection.length > 0) this.clearSelection();
    else return this.exploration.stepBack();
    return true;
  }

  pan(px: number): void {
    this.exploration.push(['pan', px, 0]);
  }

  /** Zooms around the chosen item, else around the middle of the plot. */
  zoom(factor: number): void {
    const { frame } = this.#state;
    if (!frame) return;
    this.exploration.remember();
    this.exploration.push(['zoom', frame.chosen?.[0] ?? frame.plot.x + frame.plot.width / 2, factor]);
  }

  fit(): void {
    this.exploration.fit(true);
  }

  step(direction: Direction): void {
    void this.exploration.step(direction);
  }

  openSelected(): void {
    const [id] = this.#state.selection;
    if (id !== undefined) void this.exploration.open(id, true);
  }

  /** Opens an item's sentence in the report's text. */
  showInReport(item: Item): void {
    this.exploration.read(item.source.span);
  }
}

// Everything that is on the screen of one element, and the news that it changed.
//
// One plain object: views read it, the session replaces parts of it. Nothing here knows the engine or the page.
import type { ComponentType } from 'preact';
import type { Axis, Coding, Diagnostic, Item, ResolvedFilter, Span, Summary } from '../engine/data.ts';
import type { Problem } from '../engine/problem.ts';
import type { Frame, Loaded, Page, Progress, Section } from '../engine/protocol.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Actions } from './actions.ts';
import { presented } from './frames.ts';

/** `failed`: there is no engine any more; `ready`: a report is shown. */
export type Phase = 'empty' | 'loading' | 'ready' | 'failed';

/** How much room there is: list beside the picture, below it, or instead of it. */
export type Room = 'wide' | 'medium' | 'narrow';

/** Widths in px from which there is room. */
const WIDE = 1100;
const MEDIUM = 700;

export function roomFor(width: number): Room {
  if (width >= WIDE) return 'wide';
  return width >= MEDIUM ? 'medium' : 'narrow';
}

export interface State {
  phase: Phase;
  progress: Progress | null;
  /** How a load of items is shown, which has more to say and to ask. */
  loader: ComponentType<{ state: State; act: Actions }> | null;
  /** The last thing that went wrong, until it is dismissed. */
  problem: Problem | null;
  loaded: Loaded | null;
  legend: Section[];
  summary: Summary | null;
  filter: ResolvedFilter;
  axis: Axis;
  coding: Coding;
  /** Corrections whose items are not there. */
  unmatched: Diagnostic[];
  /** Whether the reader's last correction can be taken back. */
  undoable: boolean;
  frame: Frame | null;
  list: Page;
  selection: string[];
  /** The item whose evidence is shown. */
  detail: Item | null;
  /** The place in the text that is shown; the whole text for an empty span. */
  reading: Span | null;
  /** Whether the tooltip was dismissed until the next hover. */
  quiet: boolean;
  locale: Locale;
  theme: 'light' | 'dark';
  room: Room;
}

export const EMPTY_PAGE: Page = { axis: 'published', offset: 0, total: 0, dated: 0, items: [] };

/** Everything found counts, and each item in full. */
export const PLAIN: Coding = { evidence: 'all', counting: 'full', corrections: [] };

export function initialState(locale: Locale): State {
  return {
    phase: 'empty',
    progress: null,
    loader: null,
    problem: null,
    loaded: null,
    legend: [],
    summary: null,
    filter: {},
    axis: 'published',
    coding: PLAIN,
    unmatched: [],
    undoable: false,
    frame: null,
    list: EMPTY_PAGE,
    selection: [],
    detail: null,
    reading: null,
    quiet: false,
    locale,
    theme: 'light',
    room: 'wide',
  };
}

/** Holds a state and tells when it changed, once for all changes of one turn. */
export class Store {
  #state: State;
  #told = true;
  /** The last change is on the screen. */
  #presented: Promise<void> = Promise.resolve();

  constructor(
    state: State,
    private readonly onChange: (state: State) => void,
  ) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** Resolves when what has changed until now is on the screen. */
  get presented(): Promise<void> {
    return this.#presented;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    if (!this.#told) return;
    this.#told = false;
    this.#presented = presented();
    queueMicrotask(() => {
      this.#told = true;
      this.onChange(this.#state);
    });
  }
}

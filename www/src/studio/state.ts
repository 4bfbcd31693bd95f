// Everything that the studio itself shows around the viewer. One plain object; the studio replaces parts of it.
import type { Report } from '../engine/data.ts';
import type { Problem } from '../engine/problem.ts';
import { StudioLocale } from '../i18n/studio-locale.ts';
import type { Theme } from './theme.ts';

/** The report that is open. */
export interface OpenReport {
  /** As decoded; what undo and another reference date read again. "" for a file of items. */
  text: string;
  /** A file of items, which undo reads again; null for a report. */
  file: File | null;
  /** Of its file; "" for text that was pasted. */
  name: string;
  /** What the reader set instead of the report's own. */
  referenceDate: string | null;
  report: Report;
  /** Items in all, whatever the filter. */
  items: number;
}

/** What went wrong, and with what. */
export interface Trouble extends Problem {
  /** The document that could not be opened; "" for anything else. */
  about: string;
}

/** A short message with a way back. */
export interface Toast {
  id: number;
  text: string;
  action: 'undo' | 'redo' | null;
}

export type DialogName = 'paste' | 'export' | 'embed' | 'help';

export interface State {
  opened: OpenReport | null;
  /** What is being opened; null when nothing is. */
  opening: string | null;
  trouble: Trouble | null;
  toast: Toast | null;
  dialog: DialogName | null;
  /** The words in the search field. */
  search: string;
  /** Whether something is being dragged over the page. */
  dropping: boolean;
  theme: Theme;
  /** The language beside English and Spanish in which countries may be named; "" for none. */
  countryLanguage: string;
  singleKeys: boolean;
  locale: StudioLocale;
}

/** Holds the state and tells when it changed, once for all changes of one turn. */
export class Store {
  #told = true;

  constructor(
    private current: State,
    private readonly onChange: (state: State) => void,
  ) {}

  get state(): State {
    return this.current;
  }

  set(change: Partial<State>): void {
    this.current = { ...this.current, ...change };
    if (!this.#told) return;
    this.#told = false;
    queueMicrotask(() => {
      this.#told = true;
      this.onChange(this.current);
    });
  }
}

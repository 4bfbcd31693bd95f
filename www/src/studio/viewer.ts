// The custom element as the studio knows it: its public interface, and nothing else.
import type { Correction, Filter, Report, ResolvedFilter, Span, Summary, TimeWindow } from '../engine/data.ts';
import type { Problem } from '../engine/problem.ts';
import type { DataOptions, ImageOptions } from '../engine/protocol.ts';

export interface LoadOptions {
  name: string;
  referenceDate: string | null;
}

interface ViewerEvents {
  'dateline-load': CustomEvent<unknown>;
  'dateline-error': CustomEvent<Problem>;
  'dateline-filter': CustomEvent<ResolvedFilter>;
  'dateline-window': CustomEvent<TimeWindow>;
  'dateline-correct': CustomEvent<Correction & { corrections: Correction[] }>;
}

export interface Viewer extends HTMLElement {
  readonly report: Report | null;
  readonly summary: Summary | null;
  get filter(): ResolvedFilter;
  set filter(filter: Filter | null);
  get window(): TimeWindow | null;
  set window(window: { from?: string | number; to?: string | number } | null);
  get corrections(): Correction[];
  set corrections(list: Correction[] | null);
  countryLanguages: string | null;
  readonly namedIn: string[];
  countries(): Promise<[code: string, name: string][]>;
  evidence: string | null;
  counting: string | null;
  theme: string | null;
  load(source: string | File | URL, options: LoadOptions): Promise<Summary>;
  painted(): Promise<void>;
  sourceText(span?: Span): string;
  exportImage(options: ImageOptions): Promise<Blob>;
  exportData(options: DataOptions): Promise<Blob>;
  addEventListener<Name extends keyof ViewerEvents>(name: Name, listener: (event: ViewerEvents[Name]) => void): void;
}

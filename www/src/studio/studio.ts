// The studio: opens reports in the viewer, dates them anew, and remembers what was there before.
//
// The one place that changes the state. It knows the viewer by its public interface alone, and no markup.
import type { Filter, Summary } from '../engine/data.ts';
import { refuseBlank } from './blank.ts';
import { dayInWords, reportName } from './report-name.ts';
import { isAbort, problemOf } from './problem.ts';
import { SAMPLE_NAME, sampleSource } from './sample.ts';
import type { OpenReport, State, Store } from './state.ts';
import { Toaster } from './toaster.ts';
import { History, type Direction } from './undo.ts';
import type { Viewer } from './viewer.ts';

/** So many steps can be undone; each may hold the text of a report. */
const MAX_STEPS = 20;

/** Where a reader was: the report, and what of it was in view. */
interface Moment {
  opened: OpenReport;
  filter: Filter;
  window: { from: number; to: number } | null;
}

export class Studio {
  readonly toaster: Toaster;
  readonly #history = new History<Moment>(MAX_STEPS);
  #viewer: Viewer | null = null;
  /** Counts the openings, so that only the newest speaks. */
  #opening = 0;

  constructor(readonly store: Store) {
    this.toaster = new Toaster(store);
  }

  get state(): State {
    return this.store.state;
  }

  get viewer(): Viewer {
    if (!this.#viewer) throw new Error('The viewer is not in the page yet.');
    return this.#viewer;
  }

  /** Takes the viewer of the page; opens the sample in it. */
  attach(viewer: Viewer): void {
    if (this.#viewer) return;
    this.#viewer = viewer;
    viewer.addEventListener('dateline-load', () => this.#adopt());
    viewer.addEventListener('dateline-error', ({ detail }) => this.store.set({ trouble: { ...detail, about: '' } }));
    viewer.addEventListener('dateline-filter', ({ detail }) => this.store.set({ search: detail.text ?? '' }));
    void this.openSample(false);
  }

  async openSample(told = true): Promise<void> {
    await this.#exchange(SAMPLE_NAME, told, async () => this.#read(await sampleSource(), SAMPLE_NAME, null));
  }

  /** Opens files: the first of them. */
  async openFiles(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    const opened = await this.#exchange(file.name, true, () => this.#read(file, file.name, null));
    if (opened && files.length > 1) this.toaster.add(this.state.locale.say('onlyFirst', { n: files.length }));
  }

  async openText(text: string): Promise<void> {
    await this.#exchange(this.state.locale.say('pastedName'), true, () => this.#read(text, '', null));
  }

  /** Reads the open report with another reference date; `null` is its own. */
  async redate(date: string | null): Promise<void> {
    const { opened, locale } = this.state;
    if (!opened || opened.referenceDate === date) return;
    const before = this.#moment();
    const { text, name } = opened;
    const dated = await this.#open(name, async () => ({
      ...(await this.#read(text, name, date)),
      items: opened.items,
    }));
    if (!dated) return;
    if (before) this.#history.push(before);
    const own = dated.report.reference_date;
    const shown = own ? dayInWords(own.date, locale) : '';
    const key = date ? 'referenceChanged' : own ? 'referenceRestored' : 'referenceRestoredNone';
    this.toaster.show(locale.say(key, { date: shown }), 'undo');
  }

  /** One step back or forth, to the same report and the same view of it. */
  async step(direction: Direction): Promise<void> {
    const moment = this.#history.peek(direction);
    const present = this.#moment();
    if (!moment || !present || this.state.opening !== null) return;
    const { text, name, referenceDate, items } = moment.opened;
    const opened = await this.#open(name, async () => ({ ...(await this.#read(text, name, referenceDate)), items }));
    if (!opened) return;
    this.#history.step(direction, present);
    this.#view(moment);
    this.toaster.show(this.#backTo(opened, present.opened), direction === 'undo' ? 'redo' : 'undo');
  }

  /** Shows the items with these words. */
  search(words: string): void {
    this.store.set({ search: words });
    const { text: _, start: _start, end: _end, ...rest } = this.viewer.filter;
    this.viewer.filter = words.trim() ? { ...rest, text: words } : rest;
  }

  /** Takes over what another script of the page loaded into the viewer. */
  #adopt(): void {
    const { report, summary } = this.viewer;
    if (!report || !summary || this.state.opening !== null || this.state.opened?.report === report) return;
    const opened = { text: this.viewer.sourceText(), name: '', referenceDate: null, report, items: summary.items };
    this.store.set({ opened, trouble: null, search: this.viewer.filter.text ?? '' });
  }

  /** What the report is called; "" where there is none. */
  name(opened: OpenReport | null = this.state.opened): string {
    return opened ? reportName(opened.report, opened.name, this.state.locale) : '';
  }

  /** Opens something in place of what is there. */
  async #exchange(about: string, told: boolean, read: () => Promise<OpenReport>): Promise<boolean> {
    const before = this.#moment();
    const opened = await this.#open(about, read);
    if (!opened) return false;
    if (before) this.#history.push(before);
    if (!told) return true;
    const { locale } = this.state;
    const [name, earlier] = [this.name(opened), this.name(before?.opened ?? null)];
    if (before) this.toaster.show(locale.say('replaced', { name, before: earlier }), 'undo');
    else this.toaster.show(locale.say('opened', { name }), null);
    return true;
  }

  /** Runs a load; what is there stays when it fails, and the failure is shown. */
  async #open(about: string, read: () => Promise<OpenReport>): Promise<OpenReport | null> {
    const opening = ++this.#opening;
    const current = () => opening === this.#opening;
    this.store.set({ opening: about, trouble: null });
    try {
      const opened = await read();
      if (!current()) return null;
      this.store.set({ opened, opening: null, search: this.viewer.filter.text ?? '' });
      return opened;
    } catch (error) {
      if (!current()) return null;
      const trouble = isAbort(error) ? null : { ...problemOf(error), about };
      this.store.set({ opening: null, trouble });
      return null;
    }
  }

  async #read(source: string | File | URL, name: string, referenceDate: string | null): Promise<OpenReport> {
    const { viewer } = this;
    if (!(source instanceof URL)) await refuseBlank(source);
    const { items }: Summary = await viewer.load(source, { name, referenceDate });
    const { report } = viewer;
    if (!report) throw new Error('The viewer has no report.');
    return { text: viewer.sourceText(), name, referenceDate, report, items };
  }

  #moment(): Moment | null {
    const { opened } = this.state;
    if (!opened) return null;
    const { start: _start, end: _end, ...filter } = this.viewer.filter;
    const { window } = this.viewer;
    return { opened, filter, window: window && { from: window.start, to: window.end } };
  }

  #view({ filter, window }: Moment): void {
    this.viewer.filter = filter;
    if (window) this.viewer.window = window;
    this.store.set({ search: filter.text ?? '' });
  }

  /** What an undo or redo led to, in words. */
  #backTo(opened: OpenReport, before: OpenReport): string {
    const { locale } = this.state;
    const reference = opened.report.reference_date;
    if (opened.text === before.text && reference) {
      return locale.say('undoneReference', { date: dayInWords(reference.date, locale) });
    }
    return locale.say('undone', { name: this.name(opened) });
  }
}

// The studio: opens reports in the viewer, dates them anew, and remembers what was there before.
//
// The one place that changes the state. It knows the viewer by its public interface alone, and no markup.
import { merged, readCorrections, sound } from '../engine/corrections.ts';
import type { Correction, Filter, Summary } from '../engine/data.ts';
import type { Problem } from '../engine/problem.ts';
import { refuseBlank } from './blank.ts';
import { documentKey, keepCorrections, keptCorrections } from './corrections.ts';
import { dayInWords, reportName } from './report-name.ts';
import { keep } from './kept.ts';
import { isAbort, problemOf } from './problem.ts';
import { SAMPLE_NAME, sampleSource } from './sample.ts';
import type { OpenReport, State, Store } from './state.ts';
import { Toaster } from './toaster.ts';
import { History, type Direction } from './undo.ts';
import type { Viewer } from './viewer.ts';

/** So many steps can be undone; each may hold the text of a report. */
const MAX_STEPS = 20;

/** The name under which the language of countries is kept. */
export const COUNTRY_LANGUAGE = 'country-language';

/** Where a reader was: the report, and what of it was in view. */
interface Moment {
  opened: OpenReport;
  filter: Filter;
  window: { from: number; to: number } | null;
  corrections: Correction[];
}

export class Studio {
  readonly toaster: Toaster;
  readonly #history = new History<Moment>(MAX_STEPS);
  #viewer: Viewer | null = null;
  /** What is corrected in the open report. */
  #corrections: Correction[] = [];
  /** What there is to say about the report that was read. */
  #note = '';
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
    viewer.countryLanguages = this.state.countryLanguage || null;
    viewer.addEventListener('dateline-load', () => this.#adopt());
    viewer.addEventListener('dateline-error', ({ detail }) => this.store.set({ trouble: { ...detail, about: '' } }));
    viewer.addEventListener('dateline-filter', ({ detail }) => this.store.set({ search: detail.text ?? '' }));
    viewer.addEventListener('dateline-correct', ({ detail: { code, action, corrections } }) => {
      const key = action === 'add' ? 'countryAdded' : 'countryRemoved';
      this.#corrected(corrections, this.state.locale.say(key, { name: this.state.locale.country(code, '') }));
    });
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
    if (!opened || opened.file || opened.referenceDate === date) return;
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

  /** Reads the open report again with the names of countries in another language beside English and Spanish. */
  async nameCountriesIn(language: string): Promise<void> {
    const { opened } = this.state;
    this.store.set({ countryLanguage: language });
    keep(COUNTRY_LANGUAGE, language || null);
    this.viewer.countryLanguages = language || null;
    if (!opened || opened.file) return;
    const { text, name, referenceDate, items } = opened;
    await this.#open(name, async () => ({ ...(await this.#read(text, name, referenceDate)), items }));
  }

  /** Puts other corrections in place of those of the open report. */
  correct(corrections: Correction[], said = this.state.locale.say('correctionsCleared')): void {
    this.viewer.corrections = corrections;
    this.#corrected(corrections, said);
  }

  /** Adds the corrections of a file to those of the open report. Gives what is wrong with them; null where nothing is. */
  async importCorrections(file: File): Promise<Problem | null> {
    const { viewer } = this;
    const { locale } = this.state;
    this.store.set({ trouble: null });
    try {
      const read = readCorrections(await file.text());
      const wanted = merged(viewer.corrections, read);
      viewer.corrections = wanted;
      await viewer.painted();
      // What the engine refuses is told by its event, and the viewer has the old ones again.
      if (JSON.stringify(viewer.corrections) !== JSON.stringify(wanted)) return this.state.trouble;
      this.#corrected(wanted, locale.say('correctionsImported', { n: read.length }));
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  #corrected(corrections: Correction[], said: string): void {
    const before = this.#moment();
    if (!before) return;
    this.#history.push(before);
    this.#keep(corrections);
    this.toaster.show(said, 'undo');
  }

  #keep(corrections: Correction[]): void {
    const { opened } = this.state;
    this.#corrections = corrections;
    if (opened) keepCorrections(keyOf(opened), corrections);
  }

  /** One step back or forth, to the same report and the same view of it. */
  async step(direction: Direction): Promise<void> {
    const moment = this.#history.peek(direction);
    const present = this.#moment();
    if (!moment || !present || this.state.opening !== null) return;
    const { text, file, name, referenceDate, items } = moment.opened;
    const { opened: shown } = present;
    const same = text === shown.text && file === shown.file && name === shown.name && referenceDate === shown.referenceDate;
    const read = async () => ({ ...(await this.#read(file ?? text, name, referenceDate)), items });
    const opened = same ? shown : await this.#open(name, read);
    if (!opened) return;
    this.#history.step(direction, present);
    this.#view(moment);
    const said = same ? this.state.locale.say('undoneCorrection') : this.#backTo(opened, shown);
    this.toaster.show(said, direction === 'undo' ? 'redo' : 'undo');
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
    const opened = { text: this.viewer.sourceText(), file: null, name: '', referenceDate: null, report, items: summary.items };
    this.store.set({ opened, trouble: null, search: this.viewer.filter.text ?? '' });
    void this.#takeKept(opened).then(() => this.#tellNote(), () => undefined);
  }

  /** Adds what there is to say about a report beside that it is open. */
  #tellNote(): void {
    if (this.#note) this.toaster.add(this.#note);
    this.#note = '';
  }

  /** Corrects a report that was opened as it was corrected here before. */
  async #takeKept(opened: OpenReport): Promise<void> {
    this.#note = '';
    const document = keyOf(opened);
    const kept = keptCorrections(document);
    const countries = kept.length > 0 ? await this.viewer.countries() : [];
    this.#corrections = sound(kept, new Set(countries.map(([code]) => code)));
    this.viewer.corrections = this.#corrections;
    const lost = kept.length - this.#corrections.length;
    if (lost === 0) return;
    keepCorrections(document, this.#corrections);
    this.#note = this.state.locale.say('correctionsLost', { n: lost });
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
    const { locale } = this.state;
    const [name, earlier] = [this.name(opened), this.name(before?.opened ?? null)];
    if (told && before) this.toaster.show(locale.say('replaced', { name, before: earlier }), 'undo');
    else if (told) this.toaster.show(locale.say('opened', { name }), null);
    this.#tellNote();
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
    const text = viewer.sourceText();
    const file = source instanceof File && text === '' && items > 0 ? source : null;
    const opened = { text, file, name, referenceDate, report, items };
    await this.#takeKept(opened);
    return opened;
  }

  #moment(): Moment | null {
    const { opened } = this.state;
    if (!opened) return null;
    const { start: _start, end: _end, ...filter } = this.viewer.filter;
    const { window } = this.viewer;
    const shown = window && { from: window.start, to: window.end };
    return { opened, filter, window: shown, corrections: this.#corrections };
  }

  #view({ filter, window, corrections }: Moment): void {
    this.viewer.corrections = corrections;
    this.#keep(corrections);
    this.viewer.filter = filter;
    if (window) this.viewer.window = window;
    this.store.set({ search: filter.text ?? '' });
  }

  /** What an undo or redo led to, in words. */
  #backTo(opened: OpenReport, before: OpenReport): string {
    const { locale } = this.state;
    const reference = opened.report.reference_date;
    if (opened.text === before.text && !opened.file && opened.referenceDate !== before.referenceDate && reference) {
      return locale.say('undoneReference', { date: dayInWords(reference.date, locale) });
    }
    return locale.say('undone', { name: this.name(opened) });
  }
}

/** The name under which corrections are kept: of a report by its title or text, of a file of items by its name and size. */
function keyOf({ report, text, file }: OpenReport): string {
  return documentKey(report, file ? `${file.name}\n${file.size}` : text);
}

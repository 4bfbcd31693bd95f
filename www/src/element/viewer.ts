// <dateline-viewer>: the public interface. Attributes and properties in, events out; the work is in the session.
import { h, render } from 'preact';
import { resolveBounds, type Bound } from '../engine/civil.ts';
import type { Place } from '../engine/connection.ts';
import { corrections } from '../engine/corrections.ts';
import type { Correction, Diagnostic, Filter, Item, Report, ResolvedFilter, Span, Summary, TimeWindow } from '../engine/data.ts';
import type { DataOptions, ImageOptions, LoadOptions, Look, Setup, Target } from '../engine/protocol.ts';
import { natural, shaped } from '../engine/shape.ts';
import { keepSpare } from '../engine/worker-start.ts';
import { Locale } from '../i18n/locale.ts';
import { loadTold } from '../i18n/told.ts';
import { Actions } from './actions.ts';
import { FLAGS, PROPERTIES, reflect, TEXTS, upgrade } from './attributes.ts';
import { AXES, choiceOf, COUNTING, EVIDENCE } from './choices.ts';
import { languageOf, themeOf, watchTheme, whenIdle, whenParsed } from './environment.ts';
import type { EventName } from './exploration.ts';
import { DATA, IMAGE, LOAD, WINDOW } from './options.ts';
import { Session, type LoadRequest, type Owner } from './session.ts';
import { addressOf, type Source } from './source.ts';
import { roomFor, type State } from './state.ts';
import css from './styles.css?inline';
import { Surface } from './surface.ts';
import { App } from './view/app.tsx';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** Properties that a page may set before the element is defined. */
const UPGRADED = [...PROPERTIES, 'filter', 'window', 'selection', 'corrections'];

export interface DatelineViewer {
  src: string | null;
  referenceDate: string | null;
  dateOrder: string | null;
  axis: string | null;
  evidence: string | null;
  counting: string | null;
  theme: string | null;
  from: string | null;
  to: string | null;
  countryLanguages: string | null;
  wasmSrc: string | null;
  itemsWasmSrc: string | null;
  namesSrc: string | null;
  noWorker: boolean;
}

export class DatelineViewer extends HTMLElement implements Owner {
  static readonly observedAttributes = [...TEXTS, ...FLAGS, 'lang'];

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #session: Session;
  readonly #actions: Actions;
  readonly #texts = new MutationObserver(() => this.#loadInitially());
  #surface: Surface | null = null;
  #life: AbortController | null = null;
  #pendingWindow: { from?: Bound; to?: Bound } | null = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#session = new Session(this, new Locale(navigator.language));
    this.#actions = new Actions(this.#session);
  }

  connectedCallback(): void {
    const first = this.#life === null && this.#surface === null;
    this.#life = new AbortController();
    this.#takeLook();
    this.#takeRoom();
    watchTheme(() => this.#lookChanged(), this.#life.signal);
    this.#render(this.#session.state);
    if (first) {
      upgrade(this, UPGRADED);
      whenParsed(() => {
        this.#loadInitially();
        this.#takeChoices();
        whenIdle(() => {
          if (this.isConnected && this.#session.state.phase === 'empty' && !this.noWorker) keepSpare();
        });
      });
    } else {
      this.#surface?.watch();
      this.#session.resume();
    }
    this.#texts.observe(this, { childList: true, characterData: true, subtree: true });
  }

  /** An element that is only moved is connected again at once, and keeps its engine. */
  disconnectedCallback(): void {
    this.#life?.abort();
    this.#texts.disconnect();
    this.#surface?.unwatch();
    queueMicrotask(() => {
      if (!this.isConnected) this.#session.suspend();
    });
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value || !this.isConnected || !this.#life) return;
    if (name === 'src') this.#loadInitially();
    else if (name === 'axis' || name === 'evidence' || name === 'counting') this.#takeChoices();
    else if (name === 'theme' || name === 'lang') this.#lookChanged();
    else if (name === 'from' || name === 'to') this.#try(() => this.#session.exploration.setWindow(this.from, this.to));
    else if (name === 'reference-date' || name === 'date-order' || name === 'country-languages') this.#session.redate(this.#loadOptions()).catch(ignore);
  }

  /** Reads a source in place of what is there; resolves with its summary. A string is text, never an address. */
  async load(source: Source, options?: LoadRequest | null): Promise<Summary> {
    return this.#session.load(source, { ...this.#loadOptions(), ...shaped('options', options, LOAD) });
  }

  get report(): Report | null {
    return this.#session.state.loaded?.report ?? null;
  }

  get diagnostics(): Diagnostic[] {
    const { loaded, unmatched } = this.#session.state;
    return [...(loaded?.diagnostics ?? []), ...unmatched];
  }

  get summary(): Summary | null {
    return this.#session.state.summary;
  }

  /** Languages beside English and Spanish whose names of countries the report was read with. */
  get namedIn(): string[] {
    return [...(this.#session.state.loaded?.languages ?? [])];
  }

  /** All countries that an item can be about, as code and English name. */
  countries(): Promise<[code: string, name: string][]> {
    return this.#session.countries();
  }

  /** Resolves when the newest load is read and painted; rejects when it failed. */
  get ready(): Promise<void> {
    return this.#session.ready;
  }

  get filter(): ResolvedFilter {
    return structuredClone(this.#session.state.filter);
  }

  set filter(filter: Filter | null) {
    void this.#session.exploration.setFilter(filter ?? {});
  }

  get window(): TimeWindow | null {
    const window = this.#session.exploration.window;
    return window && { ...window };
  }

  set window(window: { from?: Bound; to?: Bound } | null) {
    const { from, to } = shaped('window', window, WINDOW);
    this.#bringIntoView(from, to);
  }

  get selection(): string[] {
    return [...this.#session.state.selection];
  }

  set selection(ids: string[] | null) {
    this.#session.exploration.select(texts(ids));
  }

  /** Countries added to items or taken from them, by item id; those of items that are not there are kept. */
  get corrections(): Correction[] {
    return structuredClone(this.#session.state.coding.corrections);
  }

  set corrections(list: Correction[] | null) {
    this.#session.exploration.setCorrections(corrections(list));
  }

  async setWindow(from?: Bound | null, to?: Bound | null): Promise<void> {
    this.#bringIntoView(from, to);
    await this.painted();
  }

  async fit(): Promise<void> {
    this.#session.exploration.fit();
    await this.painted();
  }

  /** Items that are shown, in the order start, id; undated last. */
  async items(range?: { offset?: number; limit?: number } | null): Promise<Item[]> {
    return this.#session.items(natural(range?.offset, 0), natural(range?.limit, LIMIT));
  }

  async select(ids: string[]): Promise<void> {
    this.#session.exploration.select(texts(ids));
    await this.painted();
  }

  /** Shows an item's evidence and its entry; false where there is no such item. */
  focusItem(id: string): Promise<boolean> {
    return this.#session.exploration.open(String(id));
  }

  /** The words of a span of the document; without a span all of it, "" where nothing is loaded. */
  sourceText(span?: Span): string {
    return span ? this.#session.sourceText(span) : (this.#session.source?.text ?? '');
  }

  async exportImage(options?: ImageOptions | null): Promise<Blob> {
    const { language: lang } = this.#session.state.locale;
    return this.#session.exportImage({ lang, ...shaped('options', options, IMAGE) });
  }

  async exportData(options?: DataOptions | null): Promise<Blob> {
    return this.#session.exportData(shaped('options', options, DATA));
  }

  /** Resolves when a frame with all earlier calls is on the screen (in a hidden page: when it is drawn). */
  painted(): Promise<void> {
    return this.#session.exploration.painted();
  }

  /** @internal */
  surface(): Surface {
    if (!this.#surface) throw new Error('The element has not been rendered.');
    return this.#surface;
  }

  /** @internal */
  setup(): { setup: Setup; place: Place } {
    const fontFamily = getComputedStyle(this.#root.querySelector('.root') ?? this).fontFamily;
    const addresses = [this.wasmSrc, this.itemsWasmSrc, this.namesSrc];
    const [reports = null, items = null, names = null] = addresses.map((src) => (src && URL.canParse(src, this.baseURI) ? new URL(src, this.baseURI).href : src || null));
    return { setup: { wasm: { reports, items }, names, fontFamily }, place: this.noWorker ? 'page' : 'worker' };
  }

  /** @internal */
  tell(event: EventName, detail: unknown): void {
    const plain: unknown = structuredClone(detail);
    this.dispatchEvent(new CustomEvent(`dateline-${event}`, { bubbles: true, composed: true, detail: plain }));
  }

  /** @internal */
  clicked(target: Target): void {
    this.#actions.click(target);
  }

  /** @internal */
  chosen(attribute: 'axis' | 'evidence' | 'counting', word: string): void {
    this[attribute] = word;
  }

  /** @internal */
  look(): Look {
    const { theme, locale, room } = this.#session.state;
    const chart = room === 'narrow' ? 'strip' : 'both';
    return { theme, lang: locale.language, chart, transparent: true, names: locale.countryNames };
  }

  /** @internal */
  initialWindow(): { from: Bound | null; to: Bound | null } {
    return { from: this.from, to: this.to, ...this.pendingWindow() };
  }

  /** @internal */
  pendingWindow(): { from?: Bound; to?: Bound } | null {
    const pending = this.#pendingWindow;
    this.#pendingWindow = null;
    return pending;
  }

  /** @internal */
  changed(state: State): void {
    this.#render(state);
  }

  /** Now; and as soon as what is being loaded is there. */
  #bringIntoView(from?: Bound | null, to?: Bound | null): void {
    const { loaded, phase } = this.#session.state;
    if (loaded) this.#session.exploration.setWindow(from, to);
    else resolveBounds(from, to);
    if (loaded && phase !== 'loading') return;
    this.#pendingWindow = { ...(from != null && { from }), ...(to != null && { to }) };
  }

  #loadOptions(): { referenceDate: string | null; dateOrder?: LoadOptions['dateOrder']; languages: string[] } {
    const dateOrder = this.dateOrder as LoadOptions['dateOrder'] | null;
    const languages = (this.countryLanguages ?? '').toLowerCase().split(/[\s,]+/).filter(Boolean);
    return { referenceDate: this.referenceDate || null, languages, ...(dateOrder && { dateOrder }) };
  }

  /** What the markup says: an address, else the text between the tags. */
  #loadInitially(): void {
    if (!this.isConnected) return;
    const address = this.src;
    const text = this.textContent ?? '';
    if (address) this.#try(() => void this.load(addressOf(address, this.baseURI)).catch(ignore));
    else if (text.trim()) this.load(text, { name: this.id }).catch(ignore);
  }

  /** Each by itself: what one attribute cannot mean does not hinder the others. */
  #takeChoices(): void {
    const { exploration } = this.#session;
    this.#try(() => exploration.setAxis(choiceOf('axis', this.axis, AXES)));
    this.#try(() => exploration.setCoding({ evidence: choiceOf('evidence', this.evidence, EVIDENCE) }));
    this.#try(() => exploration.setCoding({ counting: choiceOf('counting', this.counting, COUNTING) }));
  }

  #takeLook(): void {
    const locale = new Locale(languageOf(this));
    this.#session.store.set({ theme: themeOf(this.theme), locale });
    void loadTold(locale.language).then((fresh) => fresh && this.#session.store.set({}));
  }

  #lookChanged(): void {
    this.#takeLook();
    this.#session.exploration.look(this.look());
  }

  /** Before the first picture too: a layout for more room than there is may leave none for the picture. */
  #takeRoom(): void {
    const { width } = this.getBoundingClientRect();
    if (width > 0) this.#session.store.set({ room: roomFor(width) });
  }

  #sizeChanged(): void {
    const before = this.#session.state.room;
    this.#takeRoom();
    const { room } = this.#session.state;
    if (room !== before) this.#session.exploration.look(this.look());
    else this.#session.exploration.redraw();
  }

  readonly #place = (place: HTMLElement | null): void => {
    if (!place || this.#surface) return;
    this.#surface = new Surface(place, () => this.#sizeChanged());
    this.#surface.watch();
  };

  #render(state: State): void {
    render(h(App, { state, act: this.#actions, place: this.#place }), this.#root);
  }

  /** What an attribute cannot mean is told like any other error. */
  #try(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#session.complain(error);
    }
  }
}

reflect(DatelineViewer);

/** Items that `items` gives at most where nothing else is asked for. */
const LIMIT = 100;

/** Ids as texts: the engine takes nothing else. */
function texts(ids: Iterable<unknown> | null | undefined): string[] {
  return typeof ids === 'string' ? [ids] : Array.from(ids ?? [], String);
}

/** A load's failure has been told by its event. */
function ignore(): void {}

// One language's words, numbers, dates and names. Dates are civil: no time zone takes part.
import { catalogue, type Key, type Message } from './messages.ts';
import { told } from './told.ts';

/** The kinds of items, and the key of their name. */
const KIND_KEYS: Record<string, Key> = {
  report: 'kindReport',
  action: 'kindAction',
  reading: 'kindReading',
  quote: 'kindQuote',
  passage: 'kindPassage',
};

export type Values = Record<string, string | number>;

export class Locale {
  readonly #words;
  readonly #plurals;
  readonly #numbers;
  readonly #percents;
  readonly #shares;
  readonly #days;
  readonly #weekdays;
  readonly #regions;
  readonly #languages;

  /** `tag` is a BCP 47 tag; English means days before months, as in the picture. */
  constructor(readonly tag: string) {
    const spanish = tag.toLowerCase().startsWith('es');
    const locale = spanish ? tag : 'en-GB';
    this.#words = catalogue(tag);
    this.#plurals = new Intl.PluralRules(locale);
    this.#numbers = new Intl.NumberFormat(locale);
    this.#percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    this.#shares = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
    this.#days = new Intl.DateTimeFormat(locale, day);
    this.#weekdays = new Intl.DateTimeFormat(locale, { ...day, weekday: 'short' });
    this.#regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    this.#languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  }

  /** `VE Venezuela`, a line each, of all countries that the browser knows; none in English, which the engine speaks. */
  get countryNames(): string {
    if (this.language === 'en') return '';
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    return codes.flatMap((code) => (this.#regions.of(code) ? `${code} ${this.#regions.of(code)}` : [])).join('\n');
  }

  /** The language alone, `en` or `es`. */
  get language(): string {
    return this.tag.toLowerCase().startsWith('es') ? 'es' : 'en';
  }

  /** A message with its values; `n` chooses the plural form. */
  text(key: Key, values: Values = {}): string {
    return this.fill(this.#words[key], values);
  }

  /** What the engine tells in English, in this language where its words are loaded and known. */
  told(text: string): string {
    return told(text, this.language);
  }

  /** A message of any catalogue with its values; `n` chooses the plural form. */
  fill(message: Message, values: Values = {}): string {
    const form = typeof message === 'string' ? message : message[this.#form(values.n)];
    return form.replace(/\{(\w+)\}/g, (_, name: string) => this.#shown(values[name]));
  }

  #form(n: string | number | undefined): 'one' | 'other' {
    return this.#plurals.select(Number(n)) === 'one' ? 'one' : 'other';
  }

  #shown(value: string | number | undefined): string {
    return typeof value === 'number' ? this.#numbers.format(value) : (value ?? '');
  }

  /** A share of one, as percent. */
  percent(share: number): string {
    return this.#percents.format(share);
  }

  /** A fraction of items, to one place as in the picture. */
  share(items: number): string {
    return this.#shares.format(items);
  }

  /** `14 Jan 2021`. */
  day(ms: number): string {
    return this.#days.format(ms).replace(/Sept/, 'Sep');
  }

  /** `Thu 14 Jan 2021`. */
  weekday(ms: number): string {
    return this.#weekdays.format(ms).replace(',', '').replace(/Sept/, 'Sep');
  }

  /** A half-open range, by its first and last day. */
  range(start: number, end: number): string {
    const last = Math.max(start, end - 1);
    const written = this.#days.formatRange(start, last).replaceAll('Sept', 'Sep');
    // How much air a dash has differs between versions of the platform: none between numbers, else a space.
    return written.replace(/\s*–\s*/, ' – ').replace(/^(\d+) – (\d+)/, '$1–$2');
  }

  /** A country's name in this language, else as the data names it; in English the data's own comes first. */
  country(code: string, name: string): string {
    try {
      return (this.language === 'en' && name) || (this.#regions.of(code) ?? (name || code));
    } catch {
      return name || code;
    }
  }

  /** A language's name in this language, else its code. */
  languageName(code: string): string {
    try {
      return this.#languages.of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** What a date says of its sentence. */
  role(role: string): string {
    return this.named('role', role);
  }

  /** The unit that a date's words name. */
  unit(precision: string): string {
    return this.named('unit', precision);
  }

  /** A word of the data in this language, where it is known. */
  named(group: 'role' | 'unit' | 'mention' | 'rule', name: string): string {
    const key = `${group}_${name}` as Key;
    return key in this.#words ? this.text(key) : name;
  }

  /** The name of a kind of item, for `n` of them. */
  kind(kind: string, n = 1): string {
    const key = KIND_KEYS[kind];
    return key ? this.text(key, { n }) : kind;
  }
}

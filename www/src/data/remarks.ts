// What there is to say about rows that could not be read in full: counted, each kind once, with the first place.
import type { Diagnostic } from '../engine/data.ts';

/** Why a row is not, or not wholly, what was meant. */
export type Flaw =
  | 'no-item' | 'bad-row' | 'long-row' | 'unreadable-date' | 'unreadable-end' | 'unknown-country' | 'unknown-precision'
  | 'long-text' | 'ragged-row' | 'unclosed-quote' | 'too-many-values';

const WORDS: Record<Flaw, [what: string, fix: string]> = {
  'no-item': ['rows that are no items are left out', 'give each a date or a text'],
  'bad-row': ['rows that are no JSON are left out', 'write one JSON object a line'],
  'long-row': ['rows that are too long are left out', 'shorten them'],
  'unreadable-date': ['dates that cannot be read; these items are undated', 'write ISO 8601: 2021-01-14, 2021-01, 2021, or a number of ms'],
  'unreadable-end': ['ends that cannot be read, or that do not come after the start, are left out', 'write the day after the last, as ISO 8601'],
  'unknown-country': ['countries that are no ISO 3166 codes are left out', 'write two letters, such as VE, several as VE~GY'],
  'unknown-precision': ['precisions that are not known are taken for days', 'write day, month, year or another unit of the exports'],
  'long-text': ['texts that are too long are cut', 'shorten them'],
  'ragged-row': ['rows have more or fewer cells than the header', 'put cells with commas or line breaks in quotation marks'],
  'unclosed-quote': ['quotation marks that are not closed', 'close them, or double those that are text'],
  'too-many-values': ['values beyond the first million of a column are left out', 'give outlets, kinds and sections, not texts, in these columns'],
};

const GUESSED: Diagnostic = {
  code: 'encoding-guessed',
  severity: 'info',
  line: 0,
  span: [0, 0],
  message: 'The text is not UTF-8 and was read as windows-1252.',
  fix: 'Save the file as UTF-8.',
};

/** The most of an example that is shown. */
const MOST_SHOWN = 60;

interface Found {
  rows: number;
  line: number;
  example: string;
}

export class Remarks {
  readonly #found = new Map<Flaw, Found>();
  #encoding = 'utf-8';

  /** How the file was read as text. */
  readAs(encoding: string): void {
    this.#encoding = encoding;
  }

  add(flaw: Flaw, line: number, example: unknown = ''): void {
    const found = this.#found.get(flaw);
    if (found) found.rows += 1;
    else this.#found.set(flaw, { rows: 1, line, example: shown(example) });
  }

  /** How many rows have a flaw. */
  count(flaw: Flaw): number {
    return this.#found.get(flaw)?.rows ?? 0;
  }

  /** As the element tells them: counted, with the line of the first. */
  list(): Diagnostic[] {
    const found = [...this.#found].map(([code, { rows, line, example }]): Diagnostic => {
      const [what, fix] = WORDS[code];
      const message = `${rows} × ${what}${example ? `, first: ${example}` : ''}`;
      return { code, severity: 'warning', line, span: [0, 0], message, fix };
    });
    return this.#encoding === 'windows-1252' ? [GUESSED, ...found] : found;
  }
}

function shown(example: unknown): string {
  const text = typeof example === 'string' ? example : (JSON.stringify(example) ?? String(example));
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

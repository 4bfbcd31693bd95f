// Which field of foreign data means what: the names of our own exports, and those that are common elsewhere.
//
// Capitals, spaces and signs in a name make no difference. Of several names for one thing the first that has a value
// counts, in the order of this table; what is not listed is left out.

/** What a field can mean. */
export type Role = 'id' | 'start' | 'end' | 'precision' | 'text' | 'outlet' | 'language' | 'kind' | 'section' | 'countries' | 'stateMedia' | 'approximate' | 'basis' | 'confidence';

const NAMES: Record<Role, string> = {
  id: 'id item_id uid guid event_id event_id_cnty global_event_id',
  start: 'start published date published_at publication_date publish_date pub_date event_date start_date date_start begin day timestamp datetime time created_at seendate sqldate month year',
  end: 'end end_date date_end',
  precision: 'date_precision precision',
  text: 'text title headline summary description sentence notes content body name',
  outlet: 'outlet source publisher media newspaper source_name domain site',
  language: 'language lang source_language',
  kind: 'kind type event_type',
  section: 'section category topic theme group',
  countries: 'countries country country_code country_codes iso2 iso_2 iso_a2 alpha2 iso_3166 iso',
  stateMedia: 'state_media',
  approximate: 'approximate',
  basis: 'date_basis basis',
  confidence: 'confidence',
};

export const ROLES = Object.keys(NAMES) as Role[];

/** Where a value goes, and how well its field's name fits: 0 is best. */
export interface Place {
  role: number;
  rank: number;
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const PLACES = new Map<string, Place>(
  ROLES.flatMap((role, at) => NAMES[role].split(' ').map((name, rank): [string, Place] => [plain(name), { role: at, rank }])),
);

const places = new Map<string, Place | null>();
/** Names that are remembered as they are written: a hostile file may have a new one in every row. */
const MOST_NAMES = 4096;

/** What a field of this name means; null where nothing. */
export function placeOf(name: string): Place | null {
  const known = places.get(name);
  if (known !== undefined) return known;
  const place = PLACES.get(plain(name)) ?? null;
  if (places.size < MOST_NAMES) places.set(name, place);
  return place;
}

/** One row's values by role. Used again for each row. */
export class Row {
  readonly #values: unknown[] = ROLES.map(() => undefined);
  readonly #ranks: number[] = ROLES.map(() => Infinity);
  /** Whether any field was known. */
  known = false;

  clear(): void {
    this.#values.fill(undefined);
    this.#ranks.fill(Infinity);
    this.known = false;
  }

  /** Takes a value where it says something and its name fits better than one before it. */
  set({ role, rank }: Place, value: unknown): void {
    if (value === null || value === undefined || value === '' || rank >= (this.#ranks[role] ?? 0)) return;
    this.#values[role] = value;
    this.#ranks[role] = rank;
    this.known = true;
  }

  get(role: Role): unknown {
    return this.#values[INDEX[role]];
  }
}

const INDEX = Object.fromEntries(ROLES.map((role, at) => [role, at])) as Record<Role, number>;

/** Fills a row from an object; what an object holds beside known fields is left out. */
export function fill(row: Row, value: unknown): void {
  row.clear();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const name of Object.keys(value)) {
    const place = placeOf(name);
    if (place) row.set(place, (value as Record<string, unknown>)[name]);
  }
}

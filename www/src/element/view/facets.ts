// The parts of a report that can be chosen from a menu: their names, and their values with counts.
import type { Summary } from '../../engine/data.ts';
import type { Key } from '../../i18n/messages.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Section } from '../../engine/protocol.ts';
import type { FacetKey } from '../actions.ts';

/** A value that can be chosen. */
export interface Option {
  value: string | number;
  label: string;
  items: number;
  /** What the chart counts, where it is not items. */
  weight?: number;
  color?: string;
  inferred?: boolean;
}

export interface Facet {
  key: FacetKey;
  title: Key;
  all: Key;
  options(summary: Summary, locale: Locale, legend: Section[]): Option[];
}

export const FACETS: Facet[] = [
  {
    key: 'countries',
    title: 'countries',
    all: 'allCountries',
    options: ({ countries, counting }, locale) =>
      countries.map(({ code, name, items, weight }) => ({ value: code, label: locale.country(code, name), items, ...(counting === 'fractional' && { weight }) })),
  },
  {
    key: 'outlets',
    title: 'outlets',
    all: 'allOutlets',
    options: ({ outlets }) => outlets.map(({ name, items }) => ({ value: name, label: name, items })),
  },
  {
    key: 'languages',
    title: 'languages',
    all: 'allLanguages',
    options: ({ languages }, locale) =>
      languages.map(({ code, items }) => ({ value: code, label: locale.languageName(code), items })),
  },
  {
    key: 'sections',
    title: 'sections',
    all: 'allSections',
    options: ({ sections }, _locale, legend) =>
      sections.map(({ id, title, inferred, items }) => {
        const entry = legend.find((section) => section.id === id);
        return { value: id, label: entry?.title ?? title, items, inferred, color: entry?.color };
      }),
  },
  {
    key: 'kinds',
    title: 'kinds',
    all: 'allKinds',
    options: ({ kinds }, locale) =>
      Object.entries(kinds).map(([kind, items]) => ({ value: kind, label: locale.kind(kind, 2), items })),
  },
];

/** All values of the report, with the counts that choosing them would now give. */
export function merged(all: Option[], counted: Option[]): Option[] {
  const counts = new Map(counted.map((option) => [option.value, option]));
  return all.map((option) => {
    const { items = 0, weight = 0 } = counts.get(option.value) ?? {};
    return { ...option, items, ...('weight' in option && { weight }) };
  });
}

// How items are put into words: their day, their source, their section. Shared by list, tooltip and evidence.
import type { Item, ItemDate } from '../../engine/data.ts';
import type { Section } from '../../engine/protocol.ts';
import type { Locale } from '../../i18n/locale.ts';

/** The ms UTC of a civil day or minute as the data writes it. */
export function instant(iso: string): number {
  return Date.parse(iso.length > 10 ? `${iso}Z` : `${iso}T00:00Z`);
}

/** The first day of an item; null where it is undated. */
export function dayOf(item: Item): string | null {
  return item.published?.start?.slice(0, 10) ?? null;
}

/** A date in words, as exact as it is. */
export function dateWords(date: ItemDate | null, locale: Locale): string {
  if (!date?.start || !date.end) return date?.expression || locale.text('undated');
  return locale.range(instant(date.start), instant(date.end));
}

/** Who published it, or whose act it is. */
export function sourceWords(item: Item): string {
  return [item.byline, item.outlet ?? item.label].filter(Boolean).join(' · ');
}

export function sectionOf(item: Item, legend: Section[]): Section | undefined {
  return legend.find((section) => section.id === item.section);
}

/** Two-letter codes, in order. */
export function codes(item: Item): string {
  return item.countries.map(({ code }) => code).sort().join(' ');
}

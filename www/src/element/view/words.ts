// How items are put into words: their day, their source, their section. Shared by list, tooltip and evidence.
import type { Axis, Item, ItemDate } from '../../engine/data.ts';
import type { Section } from '../../engine/protocol.ts';
import type { Locale } from '../../i18n/locale.ts';

/** The ms UTC of a civil day or minute as the data writes it. */
export function instant(iso: string): number {
  return Date.parse(iso.length > 10 ? `${iso}Z` : `${iso}T00:00Z`);
}

/** The date that places an item on an axis; null where it has none. */
export function placed(item: Item, axis: Axis): ItemDate | null {
  return (axis === 'mentioned' ? item.mentioned : item.published) ?? null;
}

/** The first day of an item on an axis; null where it is undated. */
export function dayOf(item: Item, axis: Axis): string | null {
  return placed(item, axis)?.start?.slice(0, 10) ?? null;
}

/** "scheduled" for what was still to come. */
export function scheduledWord(date: ItemDate | null, locale: Locale): string {
  return date?.role === 'scheduled' ? locale.text('role_scheduled') : '';
}

/** The day of an item on an axis, whether it is still to come, and who published it. */
export function headWords(item: Item, axis: Axis, locale: Locale): string {
  const date = placed(item, axis);
  return [dateWords(date, locale), scheduledWord(date, locale), sourceWords(item)].filter(Boolean).join(' · ');
}

/** The other times that a date's words can mean; "" where there is none. */
export function otherWords({ alternatives = [] }: ItemDate, locale: Locale): string {
  const dates = alternatives.map(({ start, end }) => locale.range(instant(start), instant(end)));
  return dates.length > 0 ? locale.text('couldAlsoBe', { dates: dates.join(', ') }) : '';
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

/** Without case and accents, as the search of the engine. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function sectionOf(item: Item, legend: Section[]): Section | undefined {
  return legend.find((section) => section.id === item.section);
}

/** Two-letter codes, in order. */
export function codes(item: Item): string {
  return item.countries.map(({ code }) => code).sort().join(' ');
}

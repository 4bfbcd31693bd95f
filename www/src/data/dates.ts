// Dates of data: ISO 8601 days, months, years and instants, and numbers of ms. No local time ever takes part.
//
// A date without a zone is civil, an instant with an offset is placed in UTC. Everything else is not guessed at.
import { DAY_MS } from '../engine/civil.ts';

/** The codes of `ItemColumns.precision`. */
export const PRECISIONS: Record<string, number> = {
  day: 0, minute: 1, hour: 2, week: 3, month: 4, quarter: 5, half: 6, year: 7, decade: 8, range: 9, season: 9, century: 9,
};

const { day: DAY, minute: MINUTE, hour: HOUR, week: WEEK, month: MONTH, quarter: QUARTER, half: HALF, year: YEAR, decade: DECADE } = PRECISIONS as Record<string, number>;

/** When something was, and the unit that its words name. */
export interface Time {
  start: number;
  precision: number;
}

const EXTENDED = /^([+]?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/i;
const NUMBER = /^-?\d{1,15}(?:\.\d+)?$/;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST = instant(1, 1, 1);
const LAST = instant(10_000, 1, 1);

/** Dates that were read already: in large data most days come again and again. */
const seen = new Map<string, Time | null>();
const MOST_SEEN = 20_000;

/** Reads a date; null where it is none between the years 1 and 9999. */
export function readDate(value: unknown): Time | null {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value === 'bigint') return ofNumber(Number(value));
  if (value instanceof Date) return ofNumber(value.getTime());
  if (typeof value !== 'string') return null;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const time = ofText(value.trim());
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(value, time);
  return time;
}

/** Whole numbers up to 9999 are years: nobody means the first ten seconds of 1970. */
function ofNumber(value: number): Time | null {
  if (Number.isInteger(value) && value >= 1 && value <= 9999) return { start: instant(value, 1, 1), precision: YEAR as number };
  const start = Math.floor(value);
  if (!(start >= FIRST && start < LAST)) return null;
  return { start, precision: (start % DAY_MS === 0 ? DAY : MINUTE) as number };
}

function ofText(text: string): Time | null {
  const extended = EXTENDED.exec(text);
  if (extended) return ofParts(extended.slice(1, 9));
  const basic = BASIC.exec(text);
  if (basic) return ofParts([basic[1], basic[2], basic[3], basic[4], basic[5], basic[6], undefined, basic[7]]);
  return NUMBER.test(text) ? ofNumber(Number(text)) : null;
}

function ofParts([year, month, day, hour, minute, second, fraction, zone]: (string | undefined)[]): Time | null {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const midnight = instant(y, m, d);
  if (!isReal(midnight, y, m, d) || (hour && !day)) return null;
  if (!hour) return { start: midnight, precision: (day ? DAY : month ? MONTH : YEAR) as number };
  const [h, min, s] = [Number(hour), Number(minute ?? 0), Number(second ?? 0)];
  if (h > 24 || min > 59 || s > 60 || (h === 24 && min + s > 0)) return null;
  const time = h * HOUR_MS + min * MINUTE_MS + s * 1000 + Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
  const start = midnight + time - offset(zone);
  if (!(start >= FIRST && start < LAST)) return null;
  return { start, precision: (minute ? MINUTE : HOUR) as number };
}

function isReal(midnight: number, year: number, month: number, day: number): boolean {
  const date = new Date(midnight);
  return year >= 1 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function offset(zone: string | undefined): number {
  const parts = zone && /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!parts) return 0;
  const ms = Number(parts[2]) * HOUR_MS + Number(parts[3] ?? 0) * MINUTE_MS;
  return parts[1] === '-' ? -ms : ms;
}

function instant(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

const MONTHS: Record<number, number> = { [MONTH as number]: 1, [QUARTER as number]: 3, [HALF as number]: 6, [YEAR as number]: 12, [DECADE as number]: 120 };
const SPANS: Record<number, number> = { [MINUTE as number]: MINUTE_MS, [HOUR as number]: HOUR_MS, [WEEK as number]: 7 * DAY_MS };

/** Where one unit from a start ends. */
export function unitEnd(start: number, precision: number): number {
  const months = MONTHS[precision];
  if (!months) return start + (SPANS[precision] ?? DAY_MS);
  const date = new Date(start);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime();
}

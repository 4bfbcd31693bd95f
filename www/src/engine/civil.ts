// Civil dates as a person writes them, and the milliseconds UTC that they mean. No time zone ever takes part.
import { DatelineError } from './problem.ts';
import type { Filter, ResolvedFilter, TimeWindow } from './data.ts';
import { shaped, type Shape } from './shape.ts';

/** One end of a range: a day, month or year in words, or an instant in ms UTC. */
export type Bound = string | number;

export const DAY_MS = 86_400_000;
const WRITTEN = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const FIRST = Date.UTC(2000, 0, 1) - 730_119 * DAY_MS; // 0001-01-01
const LAST = Date.UTC(9999, 11, 31) + DAY_MS;

function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** The half-open time that a bound names: its day, month or year whole, or the instant itself. */
function interval(bound: Bound): { start: number; end: number } {
  if (typeof bound === 'number') {
    const instant = Math.floor(bound);
    if (instant >= FIRST && instant <= LAST) return { start: instant, end: instant };
    throw unreadable(bound);
  }
  const parts = typeof bound === 'string' && WRITTEN.exec(bound.trim());
  if (!parts) throw unreadable(bound);
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1)];
  const start = utc(year, month, day);
  const real = year > 0 && isoDay(start) === isoText(year, month + 1, day);
  if (!real) throw unreadable(bound);
  if (parts[3]) return { start, end: start + DAY_MS };
  return { start, end: parts[2] ? utc(year, month + 1, 1) : utc(year + 1, 0, 1) };
}

function isoText(year: number, month: number, day: number): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function unreadable(bound: Bound): DatelineError {
  return new DatelineError({
    code: 'bad-date',
    message: `\`${String(bound).slice(0, 40)}\` is not a date.`,
    fix: 'Write a day (2021-01-14), a month (2021-01) or a year (2021).',
  });
}

/** The civil day of an instant, `2021-01-14`. */
export function isoDay(ms: number): string {
  const date = new Date(ms);
  return isoText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** What `from` and `to` mean; an absent end stays open. Throws `bad-date` or `bad-range`. */
export function resolveBounds(from?: Bound | null, to?: Bound | null): { start?: number; end?: number } {
  const start = from == null || from === '' ? undefined : interval(from).start;
  const end = to == null || to === '' ? undefined : interval(to).end;
  if (start !== undefined && end !== undefined && end <= start) {
    throw new DatelineError({
      code: 'bad-range',
      message: `The range ends (${isoDay(end - 1)}) before it starts (${isoDay(start)}).`,
      fix: 'Exchange the two dates.',
    });
  }
  return { start, end };
}

/** A window from its instants, written as the days of its first and last instant. */
export function windowOf(start: number, end: number): TimeWindow {
  return { from: isoDay(start), to: isoDay(Math.max(start, end - 1)), start, end };
}

/** The parts of a filter, also as it reads back; bounds are judged by themselves. */
const FILTER: Shape = {
  countries: 'texts',
  sections: 'numbers',
  outlets: 'texts',
  languages: 'texts',
  kinds: 'texts',
  stateMedia: 'flag',
  text: 'text',
  from: 'any',
  to: 'any',
  start: 'number',
  end: 'number',
};

/** A filter as it reads back. Throws `bad-value`, `bad-date` or `bad-range`. */
export function resolveFilter(filter: Filter): ResolvedFilter {
  const { start: _start, end: _end, ...kept } = shaped('filter', filter as ResolvedFilter, FILTER, true);
  const bounds = Object.entries(resolveBounds(kept.from, kept.to)).filter(([, ms]) => ms !== undefined);
  return structuredClone({ ...kept, ...Object.fromEntries(bounds) });
}

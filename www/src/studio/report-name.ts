// What a report is called in the header, in messages and in file names.
import type { Report } from '../engine/data.ts';
import type { StudioLocale } from '../i18n/studio-locale.ts';
import { titleCase } from './title-case.ts';

/** Longer titles are cut; they stay whole in the tooltip. */
const MAX_TITLE = 90;

/** "VRIC Monitor No. 18" where the report says so, else its title, else the name of its file. */
export function reportName(report: Report, fileName: string, locale: StudioLocale): string {
  const { series, number, title } = report;
  if (series) {
    const shown = titleCase(series);
    return number ? `${shown} ${locale.say('number', { number })}` : shown;
  }
  return shortened(title.trim()) || fileName || locale.say('untitled');
}

/** The days that the report's items cover, in words; "" where none is dated. */
export function reportPeriod({ coverage }: Report, locale: StudioLocale): string {
  if (!coverage) return '';
  const [start, end] = [Date.parse(coverage.start), Date.parse(coverage.end)];
  return Number.isNaN(start) || Number.isNaN(end) ? '' : locale.range(start, end);
}

/** A civil date, `2021-01-14`, in words. */
export function dayInWords(date: string, locale: StudioLocale): string {
  const ms = Date.parse(date.slice(0, 10));
  return Number.isNaN(ms) ? date : locale.day(ms);
}

function shortened(title: string): string {
  if (title.length <= MAX_TITLE) return title;
  const cut = title.slice(0, MAX_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_TITLE / 2)).trimEnd()}…`;
}

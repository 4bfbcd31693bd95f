// Nothing in a file or a paste: said before the report that is open gives way to it.
import type { Problem } from '../engine/problem.ts';

/** A larger file is not read twice only to learn that it is blank. */
const MAX_READ = 65_536;

const BLANK: Problem = {
  code: 'empty-text',
  message: 'There is no text in it.',
  fix: 'Open a report, or paste its text.',
};

/** Throws where a source holds nothing but blanks. */
export async function refuseBlank(source: string | Blob): Promise<void> {
  if (await isBlank(source)) throw BLANK;
}

async function isBlank(source: string | Blob): Promise<boolean> {
  if (typeof source === 'string') return source.trim() === '';
  if (source.size === 0) return true;
  if (source.size > MAX_READ) return false;
  const text = await source.text().catch(() => null); // What cannot be read is for the viewer to say.
  return text?.trim() === '';
}

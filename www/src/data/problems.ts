// What can go wrong with data, each with its code and remedy.
import type { Problem } from '../engine/problem.ts';
import { GIB, MIB, MOST_ITEMS, MOST_ROW } from './limits.ts';

const whole = (value: number) => Math.ceil(value).toLocaleString('en');

export const noItems = (why: string): Problem => ({
  code: 'no-items',
  message: `There are no items in it: ${why}.`,
  fix: 'Give rows with a date and a text: the names of fields are listed in the documentation of `load`.',
});

export const tooManyItems = (): Problem => ({
  code: 'too-many-items',
  message: `There are more than ${whole(MOST_ITEMS)} items; no more are taken.`,
  fix: 'Split the data by time or source, or load a sample of it.',
});

export const tooLarge = (bytes: number, most: number): Problem => ({
  code: 'input-too-large',
  message: `The file has ${whole(bytes / MIB)} MiB; at most ${whole(most / MIB)} MiB are read.`,
  fix: 'Split the data by time or source, or load a sample of it.',
});

export const willNotFit = (needed: number, most: number): Problem => ({
  code: 'not-enough-memory',
  message: `The data would need about ${(needed / GIB).toFixed(1)} GiB of memory; about ${(most / GIB).toFixed(1)} GiB may be used here.`,
  fix: 'Split the data by time or source, leave out columns, or use a device with more memory.',
});

export const outOfMemory = (): Problem => ({
  code: 'not-enough-memory',
  message: 'The browser gave no more memory for the data.',
  fix: 'Close other pages, split the data by time or source, or load a sample of it.',
});

export const fileChanged = (): Problem => ({
  code: 'file-changed',
  message: 'The file can no longer be read: it was changed, moved or removed.',
  fix: 'Open it again when nothing writes to it.',
});

export const endsEarly = (): Problem => ({
  code: 'file-changed',
  message: 'The file has fewer bytes than when it was opened.',
  fix: 'Open it again when nothing writes to it.',
});

export const rowTooLong = (line: number): Problem => ({
  code: 'row-too-long',
  message: `The row that begins in line ${line} has more than ${whole(MOST_ROW / MIB)} MiB.`,
  fix: 'Look for a quotation mark that is not closed, or shorten that row.',
});

export const badJson = (why: string): Problem => ({
  code: 'bad-json',
  message: `This is not JSON: ${why}.`,
  fix: 'Check that the file is complete; a file of one item a line is NDJSON: name it .ndjson.',
});

export const badArrow = (why: string): Problem => ({
  code: 'bad-arrow',
  message: `This is no Arrow file that can be read: ${why}.`,
  fix: 'Write it as an Arrow IPC file or stream, without compression.',
});

export const badColumns = (why: string): Problem => ({
  code: 'bad-columns',
  message: `The item columns cannot be read: ${why}.`,
  fix: 'Compare them with the type ItemColumns.',
});

// Whether a value that a page gave has the shape that is documented: said before anything is changed by it.
//
// The engine reads only what passed here, so that nonsense is an answer and never a trap.
import { DatelineError } from './problem.ts';

type Kind = 'text' | 'number' | 'flag' | 'texts' | 'numbers' | 'signal' | 'any';

/** The kinds of an object's parts. */
export type Shape = Record<string, Kind>;

const isText = (value: unknown) => typeof value === 'string';

const FITS: Record<Kind, (value: unknown) => boolean> = {
  text: isText,
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  texts: (value) => Array.isArray(value) && value.every(isText),
  numbers: (value) => Array.isArray(value) && value.every((part) => Number.isInteger(part) && part >= 0),
  signal: (value) => value instanceof AbortSignal,
  any: () => true,
};

const WORDS: Record<Kind, string> = {
  text: 'a text',
  number: 'a number',
  flag: 'true or false',
  texts: 'a list of texts',
  numbers: 'a list of whole numbers',
  signal: 'an AbortSignal',
  any: 'anything',
};

/** An object's parts that are there; none for null. Throws `bad-value`, with `strict` also for a part without a kind. */
export function shaped<T extends object>(name: string, value: T | null | undefined, shape: Shape, strict = false): Partial<T> {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw misfit(`\`${name}\` is not an object.`, shape);
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  for (const [key, part] of parts) {
    const kind = shape[key];
    if (kind ? !FITS[kind](part) : strict) {
      throw misfit(`\`${name}.${key}\` ${kind ? `is not ${WORDS[kind]}` : 'is not known'}.`, shape);
    }
  }
  return Object.fromEntries(parts) as Partial<T>;
}

/** A whole number from 0, whatever was given; `otherwise` where it is no number. */
export function natural(value: unknown, otherwise: number): number {
  const number = Math.trunc(Number(value ?? otherwise));
  return Number.isNaN(number) ? otherwise : Math.min(Math.max(number, 0), MAX_NATURAL);
}

/** What the engine can count to. */
const MAX_NATURAL = 2 ** 31;

function misfit(message: string, shape: Shape): DatelineError {
  return new DatelineError({ code: 'bad-value', message, fix: `What is known: ${Object.keys(shape).join(', ')}.` });
}

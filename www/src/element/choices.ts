// Attributes that are a choice of few words; the usual one comes first.
import type { Axis, Counting, Evidence } from '../engine/data.ts';
import { DatelineError } from '../engine/problem.ts';

export const AXES = ['published', 'mentioned'] as const satisfies Axis[];
export const EVIDENCE = ['all', 'names'] as const satisfies Evidence[];
export const COUNTING = ['full', 'fractional'] as const satisfies Counting[];

/** The choice of that name, the usual one where none is named. Throws `bad-option`. */
export function choiceOf<T extends string>(attribute: string, name: string | null, choices: readonly [T, ...T[]]): T {
  if (!name) return choices[0];
  const choice = choices.find((known) => known === name);
  if (choice) return choice;
  const message = `\`${name.slice(0, 40)}\` is not a choice of \`${attribute}\`.`;
  throw new DatelineError({ code: 'bad-option', message, fix: `Write one of: ${choices.join(', ')}.` });
}

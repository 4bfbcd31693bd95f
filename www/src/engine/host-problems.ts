// What the host has to say where it cannot do what it is asked.
import type { Problem } from './problem.ts';

export const NO_FORMAT: Problem = {
  code: 'bad-option',
  message: 'This is not a choice of `format`.',
  fix: 'Write one of: csv, json.',
};

export const NO_SCOPE: Problem = {
  code: 'bad-option',
  message: 'This is not a choice of `scope`.',
  fix: 'Write one of: filtered, all.',
};

export function noPack(language: string): Problem {
  return {
    code: 'no-names',
    message: `There are no names of countries in \`${language.slice(0, 40)}\`.`,
    fix: 'Write languages such as fr, de or pt in `country-languages`.',
  };
}

export const NOTHING: Problem = {
  code: 'nothing-loaded',
  message: 'Nothing is loaded.',
  fix: 'Load a report or items first.',
};

export const CANCELLED: Problem = {
  code: 'cancelled',
  message: 'The load was cancelled.',
  fix: 'Load the report again.',
};

/** Throws what there is to say where an engine's code cannot be had. */
export function missing(error: unknown): never {
  const problem: Problem = {
    code: 'engine-missing',
    message: `The engine could not be loaded (${error instanceof Error ? error.message : String(error)}).`,
    fix: "Serve the .wasm file beside the script, and allow 'wasm-unsafe-eval' in the page's script-src.",
  };
  throw problem;
}

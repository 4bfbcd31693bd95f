// What was thrown, as something to read: a code, a message, a remedy.
import type { Problem } from '../engine/problem.ts';

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Every error of the viewer has the three parts; anything else is a fault of ours. */
export function problemOf(error: unknown): Problem {
  if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error && 'fix' in error) {
    return { code: String(error.code), message: String(error.message), fix: String(error.fix) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message, fix: 'Reload the page. If it happens again, tell us what you did and the browser.' };
}

// What went wrong, in the one shape that every door uses: a code to look up, a message to read, a remedy to try.
//
// A plain object crosses the worker's border as it is; `DatelineError` is the same for those who throw and catch.

/** Why something could not be done, and what to do about it. */
export interface Problem {
  code: string;
  message: string;
  fix: string;
}

/** A problem as an error that can be thrown. */
export class DatelineError extends Error implements Problem {
  readonly code: string;
  readonly fix: string;

  constructor({ code, message, fix }: Problem) {
    super(message);
    this.name = 'DatelineError';
    this.code = code;
    this.fix = fix;
  }

  /** The plain object, for events and for the worker's border. */
  toJSON(): Problem {
    return { code: this.code, message: this.message, fix: this.fix };
  }
}

/** Whether a value that was thrown already is a problem. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'fix' in value && 'message' in value;
}

/** The error that the platform uses for work that was given up on purpose. */
export function aborted(): DOMException {
  return new DOMException('The load was replaced or cancelled.', 'AbortError');
}

/** Whether a value that was thrown means "given up on purpose". */
export function isAborted(value: unknown): boolean {
  return value instanceof DOMException && value.name === 'AbortError';
}

// Texts that cannot be read any more: a file behind them was changed. Told once, and by every export.
import type { Problem } from './problem.ts';

export class Unread {
  #problem: Problem | null = null;
  #told = false;

  note(problem: Problem): void {
    this.#problem = problem;
  }

  /** Other texts are read now. */
  forget(): void {
    [this.#problem, this.#told] = [null, false];
  }

  /** What is still to be told. */
  take(): Problem | null {
    const problem = this.#told ? null : this.#problem;
    this.#told ||= problem !== null;
    return problem;
  }

  /** Throws where texts are gone. */
  check(): void {
    if (this.#problem) throw this.#problem;
  }
}

// What was there before, and what was undone: two stacks of moments with a limit.

export class History<Moment> {
  #past: Moment[] = [];
  #future: Moment[] = [];

  /** Keeps at most `limit` moments; the oldest goes first. */
  constructor(private readonly limit: number) {}

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Remembers the moment before a change; what was undone before is gone. */
  push(before: Moment): void {
    this.#past = [...this.#past, before].slice(-this.limit);
    this.#future = [];
  }

  /** The moment that an undo leads to; `null` where there is none. */
  peek(direction: Direction): Moment | null {
    return this.#stack(direction).at(-1) ?? null;
  }

  /** Moves one step: takes the moment that `peek` gave, and remembers `present` on the other side. */
  step(direction: Direction, present: Moment): void {
    if (this.#stack(direction).pop() === undefined) return;
    this.#stack(direction === 'undo' ? 'redo' : 'undo').push(present);
  }

  #stack(direction: Direction): Moment[] {
    return direction === 'undo' ? this.#past : this.#future;
  }
}

export type Direction = 'undo' | 'redo';

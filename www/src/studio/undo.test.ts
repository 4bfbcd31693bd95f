import { expect, test } from 'vitest';
import { History } from './undo.ts';

/** A reader who goes back and forth; the moment at hand is what `present` says. */
class Reader {
  readonly history = new History<number>(3);
  present = 0;

  change(to: number): void {
    this.history.push(this.present);
    this.present = to;
  }

  go(direction: 'undo' | 'redo'): number {
    const to = this.history.peek(direction);
    if (to !== null) {
      this.history.step(direction, this.present);
      this.present = to;
    }
    return this.present;
  }
}

test('undo and redo lead to and fro', () => {
  const reader = new Reader();
  expect(reader.history.canUndo).toBe(false);
  reader.change(1);
  reader.change(2);
  expect([reader.go('undo'), reader.go('undo'), reader.go('undo')]).toEqual([1, 0, 0]);
  expect([reader.go('redo'), reader.go('redo'), reader.go('redo')]).toEqual([1, 2, 2]);
});

test('a change after an undo forgets what was undone', () => {
  const reader = new Reader();
  reader.change(1);
  reader.go('undo');
  reader.change(5);
  expect(reader.history.canRedo).toBe(false);
  expect([reader.go('redo'), reader.go('undo')]).toEqual([5, 0]);
});

test('only the newest moments are kept', () => {
  const reader = new Reader();
  for (const moment of [1, 2, 3, 4, 5]) reader.change(moment);
  expect([1, 2, 3, 4].map(() => reader.go('undo'))).toEqual([4, 3, 2, 2]);
});

test('a step from an empty side changes nothing', () => {
  const history = new History<number>(3);
  history.step('undo', 7);
  expect([history.canUndo, history.canRedo]).toEqual([false, false]);
});

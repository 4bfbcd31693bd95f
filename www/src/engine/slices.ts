// Slices of work: how many bytes the next one has, so that a slice takes a few milliseconds on any machine; and the
// pause between two, in which frames are drawn, signs of life are given and a load may be given up.
import type { Progress } from './protocol.ts';

/** How long a slice should take, in ms: a frame of sixty a second has room for it beside drawing. */
const SLICE_MS = 6;
/** Bytes of the first slice, which is a guess, and the fewest of any other. */
export const FIRST_SLICE = 16 * 1024;
const SMALLEST_SLICE = 1024;
/** A slice grows or shrinks at most by this factor, so that one odd measurement does no harm. */
const MAX_CHANGE = 4;

/** Lets everything that waits have its turn. Timers would be held back to 4 ms; a message is not. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** What to do after each slice: notes how far the engine is, pauses, and gives the next slice's size in bytes. */
export function ticker(note: (progress: Progress) => void, check: () => void) {
  let begun = performance.now();
  let before = 0;
  return async (done: number, total: number): Promise<number> => {
    const change = SLICE_MS / Math.max(performance.now() - begun, 0.1);
    const next = (done - before) * Math.min(Math.max(change, 1 / MAX_CHANGE), MAX_CHANGE);
    note({ phase: 'read', done, total });
    await pause();
    check();
    before = done;
    begun = performance.now();
    return Math.max(next, SMALLEST_SLICE);
  };
}

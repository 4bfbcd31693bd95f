// Notices a worker that hangs: it is asked for a sign of life again and again, and missed too often, called dead.
//
// A worker that throws sends an error event; one that loops or closed itself sends nothing, so somebody must ask. The
// engine works in slices of a few milliseconds and answers between them, so that work never looks like death.

/** How often to ask, how long to wait for the answer (both in ms), and how many misses in a row mean death. */
export interface Pulse {
  interval: number;
  deadline: number;
  misses: number;
}

/** Two missed answers of four seconds each: a slow machine is no dead worker. */
export const PULSE: Pulse = { interval: 2000, deadline: 4000, misses: 2 };

const sleep = (ms: number) => new Promise<false>((resolve) => setTimeout(resolve, ms, false));

/**
 * Asks `ping` until it fails to answer too often, then calls `onDead` once. Gives the function that stops it.
 *
 * `patience` says how many ms more an answer may take now, while something large is read at one go.
 *
 * A hidden page is not asked: its timers are throttled, and a late answer would mean nothing.
 */
export function watchPulse(ping: () => Promise<unknown>, onDead: () => void, patience = () => 0, pulse: Pulse = PULSE): () => void {
  let running = true;
  const answers = () => Promise.race([ping().then(() => true), sleep(pulse.deadline + patience())]);
  const watch = async () => {
    let misses = 0;
    while (running && misses < pulse.misses) {
      if (misses === 0) await sleep(pulse.interval);
      misses = !running || document.hidden || (await answers()) ? 0 : misses + 1;
    }
    if (running) onDead();
  };
  watch().catch(() => undefined);
  return () => {
    running = false;
  };
}

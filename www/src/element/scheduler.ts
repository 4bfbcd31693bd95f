// At most one frame at a time, and one for each of the display's: what the reader does meanwhile is merged, so that the
// next frame shows the newest. The first after a rest is drawn at once; waiting for the display would only make it late.
import type { Frame, Intent } from '../engine/protocol.ts';
import { nextFrame } from './frames.ts';

/** Asks the engine for a frame; `byUser` says whether the reader did any of it. */
export type Draw = (intents: Intent[], byUser: boolean) => Promise<Frame | null>;

/** Adds what the reader did to a queue; what only repeats or continues the last is merged into it. */
export function merge(queue: Intent[], next: Intent): void {
  const last = queue.at(-1);
  const merged = last && mergedWith(last, next);
  if (merged) queue[queue.length - 1] = merged;
  else queue.push(next);
}

/** Intents of which only the newest counts. */
const REPLACING = new Set<Intent[0]>(['look', 'window', 'fit', 'drag', 'point', 'leave', 'hover', 'select']);

function mergedWith(last: Intent, next: Intent): Intent | null {
  if (last[0] === 'pan' && next[0] === 'pan') return ['pan', last[1] + next[1], last[2] + next[2]];
  if (last[0] === 'zoom' && next[0] === 'zoom' && last[1] === next[1]) return ['zoom', last[1], last[2] * next[2]];
  if (last[0] === 'brush' && next[0] === 'brush' && last[1] === next[1]) return ['brush', last[1], last[2] + next[2]];
  return last[0] === next[0] && REPLACING.has(next[0]) ? next : null;
}

export class Scheduler {
  #queue: Intent[] = [];
  #byUser = false;
  #wanted = false;
  #running: Promise<void> | null = null;
  /** The display's next frame, from the last drawing on. */
  #turn: Promise<void> = Promise.resolve();

  /** While it is not `visible`, what is asked for waits. */
  constructor(
    private readonly draw: Draw,
    private readonly visible: () => boolean = () => true,
  ) {}

  /** Adds something the reader (or the page) did, and wants a frame. */
  push(intent: Intent, byUser = false): void {
    merge(this.#queue, intent);
    this.#byUser ||= byUser;
    this.want();
  }

  /** Wants a frame. */
  want(): void {
    this.#wanted = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when all that was wanted is drawn. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Forgets what has not been drawn, and begins with the display's next frame. */
  restart(): void {
    this.#clear();
    this.#turn = nextFrame();
  }

  #clear(): void {
    this.#queue = [];
    this.#byUser = false;
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      await this.#turn;
      if (!this.visible()) return;
      const [intents, byUser] = [this.#queue, this.#byUser];
      this.#clear();
      this.#wanted = false;
      this.#turn = nextFrame();
      await this.draw(intents, byUser);
    }
  }
}

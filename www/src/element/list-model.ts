// The list's items: a stretch of the whole, fetched in pages around where the reader is.
//
// The list may have a million entries; the page holds those that were scrolled to. Panning asks for the first page
// only, and not at every frame.
import type { EngineHost } from '../engine/host.ts';
import type { Page } from '../engine/protocol.ts';
import { EMPTY_PAGE } from './state.ts';

/** Entries fetched at once. */
export const PAGE = 60;
/** How long a change must rest before the list follows, in ms: short enough to look at once, long enough to pan. */
const SETTLE_MS = 90;
/** Changes that follow each other faster are one motion, in ms. */
const MOTION_MS = 250;

type Ask = <T>(ask: (host: EngineHost) => Promise<T>) => Promise<T>;

export class ItemList {
  #page: Page = EMPTY_PAGE;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fetching: Promise<void> = Promise.resolve();
  /** When the reader's motion went on last, and whether it follows one before. */
  #changed = -Infinity;
  #moving = false;

  constructor(
    private readonly ask: Ask,
    private readonly onChange: (page: Page) => void,
  ) {}

  /** What is shown changed: begins again from the top, when it has come to rest. New data are no motion. */
  refresh(motion = true): void {
    const now = performance.now();
    this.#moving = motion && now - this.#changed < MOTION_MS;
    this.#changed = motion ? now : -Infinity;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#queue(() => this.#fetch(0));
    }, SETTLE_MS);
  }

  /** Whether one change follows the other: the list then waits until the motion is over. */
  get moving(): boolean {
    return this.#moving && performance.now() - this.#changed < MOTION_MS;
  }

  /** As `refresh`, at once; resolves when the list is what it should be. */
  async settle(): Promise<void> {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#queue(() => this.#fetch(0));
    }
    await this.#fetching;
  }

  /** Adds the page after the last. */
  more(): void {
    this.#queue(async () => {
      const { offset, items, total } = this.#page;
      const next = offset + items.length;
      if (next >= total) return;
      const page = await this.ask((host) => host.page(next, PAGE));
      this.#become({ ...page, offset, items: [...items, ...page.items] });
    });
  }

  /** Adds the page before the first. */
  less(): void {
    this.#queue(async () => {
      const { offset, items } = this.#page;
      const first = Math.max(0, offset - PAGE);
      if (first === offset) return;
      const page = await this.ask((host) => host.page(first, offset - first));
      this.#become({ ...page, items: [...page.items, ...items] });
    });
  }

  /** Makes sure that an item is among those that are held; resolves with whether it is shown at all. */
  async reach(id: string): Promise<boolean> {
    await this.settle();
    if (this.#page.items.some((item) => item.id === id)) return true;
    const position = await this.ask((host) => host.position(id));
    if (position === null) return false;
    this.#queue(() => this.#fetch(Math.max(0, position - (PAGE >> 1))));
    await this.#fetching;
    return true;
  }

  async #fetch(offset: number): Promise<void> {
    this.#become(await this.ask((host) => host.page(offset, PAGE)));
  }

  #become(page: Page): void {
    this.#page = page;
    this.onChange(page);
  }

  /** One after the other; a dead engine's answer is no news, its successor is asked again. */
  #queue(work: () => Promise<void>): void {
    this.#fetching = this.#fetching.then(work).catch(() => undefined);
  }
}

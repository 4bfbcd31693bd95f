// Short messages at the foot of the page. They go by themselves, but not while somebody points at them or is in them.
import type { Store, Toast } from './state.ts';

/** Long enough to read, and to reach the button by Tab. */
const STAY_MS = 10_000;

export class Toaster {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ids = 0;

  constructor(private readonly store: Store) {}

  show(text: string, action: Toast['action'] = null): void {
    this.store.set({ toast: { id: ++this.#ids, text, action } });
    this.resume();
  }

  /** Adds a sentence to the message that is there. */
  add(text: string): void {
    const { toast } = this.store.state;
    if (toast) this.show(`${toast.text}. ${text}`, toast.action);
    else this.show(text);
  }

  dismiss(): void {
    this.hold();
    this.store.set({ toast: null });
  }

  /** Stays as long as it is looked at. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    this.hold();
    this.#timer = setTimeout(() => this.dismiss(), STAY_MS);
  }
}

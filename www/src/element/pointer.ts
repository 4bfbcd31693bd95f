// Pointer and wheel on the picture: hover, click, drag, pinch, zoom. Positions go to the engine as they are; what lies
// under them is its answer.
//
// The page must still scroll over the picture: a plain wheel and a vertical finger are the page's. The wheel zooms
// with Ctrl or Cmd, or when the picture has the focus; one finger pans sideways, two zoom.
import type { Exploration } from './exploration.ts';

/** Zoom for one pixel of a wheel: a notch of 100 is a factor of about 1.35. */
const ZOOM_PER_PIXEL = 0.003;
/** Pixels of a wheel that counts in lines. */
const LINE_PX = 16;
/** How far from a mark a mouse and a finger still hit it, in px. */
const MOUSE_SLOP = 4;
const TOUCH_SLOP = 14;
/** Zoom of a double click. */
const DOUBLE_CLICK_ZOOM = 2;

interface Spot {
  x: number;
  y: number;
}

export class PointerControl {
  readonly #pressed = new Map<number, Spot>();

  constructor(
    private readonly figure: HTMLElement,
    private readonly exploration: Exploration,
    private readonly onPlainWheel: () => void,
  ) {}

  /** Listens until the signal is aborted. */
  listen(signal: AbortSignal): void {
    const on = <K extends keyof HTMLElementEventMap>(type: K, handle: (event: HTMLElementEventMap[K]) => void) =>
      this.figure.addEventListener(type, handle, { signal, passive: false });
    on('pointerdown', (event) => this.#down(event));
    on('pointermove', (event) => this.#move(event));
    on('pointerup', (event) => this.#up(event, true));
    on('pointercancel', (event) => this.#up(event, false));
    on('pointerleave', () => this.#pressed.size === 0 && this.exploration.push(['leave']));
    on('dblclick', (event) => this.#double(event));
    on('wheel', (event) => this.#wheel(event));
  }

  #spot(event: MouseEvent): Spot {
    const box = this.figure.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #isOnPicture(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('.surface') !== null;
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || !this.#isOnPicture(event)) return;
    const spot = this.#spot(event);
    this.#pressed.set(event.pointerId, spot);
    (event.target as Element).setPointerCapture(event.pointerId);
    if (this.#pressed.size === 1) this.exploration.push(['press', spot.x, spot.y]);
  }

  #move(event: PointerEvent): void {
    const before = this.#pressed.get(event.pointerId);
    const spot = this.#spot(event);
    if (!before) {
      if (event.pointerType !== 'touch') this.#hover(event, spot);
      return;
    }
    if (this.#pressed.size === 2) this.#pinch(event.pointerId, before, spot);
    else this.exploration.push(['drag', spot.x, spot.y]);
    this.#pressed.set(event.pointerId, spot);
  }

  #hover(event: PointerEvent, spot: Spot): void {
    if (!this.#isOnPicture(event)) return;
    this.exploration.pointer = spot;
    this.exploration.push(['point', spot.x, spot.y]);
  }

  /** Two fingers: what lies between them stays between them. */
  #pinch(id: number, before: Spot, now: Spot): void {
    const other = [...this.#pressed].find(([key]) => key !== id)?.[1];
    if (!other) return;
    const middle = (other.x + now.x) / 2;
    const spread = (spot: Spot) => Math.max(Math.abs(spot.x - other.x), 8);
    this.exploration.push(['pan', (now.x - before.x) / 2, 0]);
    this.exploration.push(['zoom', middle, spread(now) / spread(before)]);
  }

  #up(event: PointerEvent, done: boolean): void {
    if (!this.#pressed.delete(event.pointerId)) return;
    const { x, y } = this.#spot(event);
    if (this.#pressed.size > 0) return;
    this.exploration.push(['release', x, y, event.pointerType === 'touch' ? TOUCH_SLOP : MOUSE_SLOP]);
    if (!done) this.exploration.push(['leave']);
  }

  #double(event: MouseEvent): void {
    if (!this.#isOnPicture(event)) return;
    event.preventDefault();
    this.exploration.remember();
    this.exploration.push(['zoom', this.#spot(event).x, event.shiftKey ? 1 / DOUBLE_CLICK_ZOOM : DOUBLE_CLICK_ZOOM]);
  }

  #wheel(event: WheelEvent): void {
    if (!this.#isOnPicture(event)) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const [dx, dy] = event.shiftKey ? [event.deltaX || event.deltaY, 0] : [event.deltaX, event.deltaY];
    if (Math.abs(dx) > Math.abs(dy)) {
      event.preventDefault();
      this.exploration.push(['pan', -dx * unit, 0]);
    } else if (event.ctrlKey || event.metaKey || this.#hasFocus()) {
      event.preventDefault();
      this.exploration.push(['zoom', this.#spot(event).x, Math.exp(-dy * unit * ZOOM_PER_PIXEL)]);
    } else {
      this.onPlainWheel();
    }
  }

  #hasFocus(): boolean {
    const root = this.figure.getRootNode();
    return root instanceof ShadowRoot && root.activeElement === this.figure;
  }
}

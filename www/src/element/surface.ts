// The canvas of one element: made anew for every engine, as large as its place, as sharp as the screen.

/** More pixels than this to one CSS px cost time that nobody sees. */
const MAX_RATIO = 4;
/** Wider canvases stay empty in some browsers. */
const MAX_PIXELS = 16_384;

export class Surface {
  #observer: ResizeObserver;
  #stopRatio: () => void = () => undefined;
  #width = 0;
  #canvas: HTMLCanvasElement | null = null;

  /** Watches `place`, which holds the canvas; tells when its width or the device's pixel ratio changes. */
  constructor(
    private readonly place: HTMLElement,
    private readonly onChange: () => void,
  ) {
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      this.onChange();
    });
  }

  watch(): void {
    this.#observer.observe(this.place);
    this.#watchRatio();
  }

  unwatch(): void {
    this.#observer.disconnect();
    this.#stopRatio();
    this.#width = 0;
  }

  get width(): number {
    return this.#width || Math.floor(this.place.clientWidth);
  }

  get ratio(): number {
    return Math.min(globalThis.devicePixelRatio || 1, MAX_RATIO, MAX_PIXELS / Math.max(this.width, 1));
  }

  /** A new canvas in place of the one that is there. */
  renew(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.setAttribute('part', 'canvas');
    canvas.setAttribute('aria-hidden', 'true');
    this.place.replaceChildren(canvas);
    this.#canvas = canvas;
    return canvas;
  }

  /** Shows the canvas in the size of its picture, in CSS px. */
  fit(width: number, height: number): void {
    const style = this.#canvas?.style;
    style?.setProperty('width', `${width}px`);
    style?.setProperty('height', `${height}px`);
  }

  /** A query matches one ratio only; when it no longer does, the next is watched. */
  #watchRatio(): void {
    this.#stopRatio();
    const query = matchMedia(`(resolution: ${globalThis.devicePixelRatio}dppx)`);
    const changed = () => {
      this.#watchRatio();
      this.onChange();
    };
    query.addEventListener('change', changed, { once: true });
    this.#stopRatio = () => query.removeEventListener('change', changed);
  }
}

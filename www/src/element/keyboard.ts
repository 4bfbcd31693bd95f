// Keys on the picture: items, time, zoom. Nothing listens outside the picture, so that no key is taken from the page.
import type { Direction } from '../engine/protocol.ts';

/** Pixels of a step in time. */
const STEP_PX = 60;
/** Zoom of one key press. */
export const ZOOM_STEP = 1.5;
/** The share of the view that Page Up and Page Down move. */
const PAGE_SHARE = 0.8;

/** What keys do. */
export interface KeyActions {
  pan(px: number): void;
  zoom(factor: number): void;
  fit(): void;
  step(direction: Direction): void;
  openSelected(): void;
  /** One step back; false where there was nothing to leave. */
  escape(): boolean;
}

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  ArrowUp: 'above',
  ArrowDown: 'below',
  Home: 'first',
  End: 'last',
};

const SHIFTED: Record<string, number> = { ArrowLeft: STEP_PX, ArrowRight: -STEP_PX };

/** Does what a key means on a picture `width` px wide; false where it means nothing. */
export function handleKey(event: KeyboardEvent, width: number, act: KeyActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const shifted = SHIFTED[event.key];
  if (event.shiftKey && shifted !== undefined) return done(act.pan(shifted));
  const direction = ARROWS[event.key];
  if (direction) return done(act.step(direction));
  switch (event.key) {
    case '+':
    case '=':
      return done(act.zoom(ZOOM_STEP));
    case '-':
    case '_':
      return done(act.zoom(1 / ZOOM_STEP));
    case '0':
      return done(act.fit());
    case 'PageUp':
      return done(act.pan(width * PAGE_SHARE));
    case 'PageDown':
      return done(act.pan(-width * PAGE_SHARE));
    case 'Enter':
      return done(act.openSelected());
    case 'Escape':
      return act.escape();
    default:
      return false;
  }
}

function done(_result: void): true {
  return true;
}

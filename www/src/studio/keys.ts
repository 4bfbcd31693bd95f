// Keys of the page: undo and redo, and the single keys `/` and `?`, which can be switched off.
import { keep, kept } from './kept.ts';
import { isDialogOpen, isInField } from './reach.ts';
import type { Studio } from './studio.ts';

const KEY = 'single-keys';

export function storedSingleKeys(): boolean {
  return kept(KEY) !== 'off';
}

export function keepSingleKeys(on: boolean): void {
  keep(KEY, on ? null : 'off');
}

/** Listens on the page until the signal is aborted. */
export function listenToKeys(studio: Studio, focusSearch: () => void, signal?: AbortSignal): void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isInField(event) || isDialogOpen()) return;
    if (handle(event, studio, focusSearch)) event.preventDefault();
  };
  document.addEventListener('keydown', listener, signal ? { signal } : {});
}

function handle(event: KeyboardEvent, studio: Studio, focusSearch: () => void): boolean {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === 'z') void studio.step(event.shiftKey ? 'redo' : 'undo');
    else if (key === 'y') void studio.step('redo');
    return key === 'z' || key === 'y';
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !studio.state.singleKeys) return false;
  if (key === '/') focusSearch();
  else if (key === '?') studio.store.set({ dialog: 'help' });
  return key === '/' || key === '?';
}

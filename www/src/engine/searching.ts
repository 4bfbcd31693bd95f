// A search of texts in portions, so that a newer filter can end it and what is found on the way is shown.
import type { Exploring } from './host.ts';
import { pause } from './slices.ts';

/** Bytes of text that are searched at one go. */
const SEARCH_BYTES = 4 << 20;
/** A search that takes longer, in ms, is done in slices. */
const SEARCH_MS = 60;
/** What a long search has found so far is shown so often, in ms. */
const SHOW_MS = 250;

/** Ends the search that the engine's filter has begun, or leaves it where it is no longer wanted. */
export async function search(engine: Exploring, isWanted: () => boolean): Promise<void> {
  const begun = performance.now();
  let shown = begun;
  for (let done = false; !done && isWanted(); ) {
    const show = performance.now() - shown > SHOW_MS;
    if (show) shown = performance.now();
    done = engine.search(SEARCH_BYTES, show);
    if (!done && performance.now() - begun > SEARCH_MS) await pause();
  }
}

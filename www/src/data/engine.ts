// The engine for items: its code, and how one is made.
import init, { Engine } from '../wasm/dateline_items/dateline_items.js';

export type ItemsEngine = Engine;

/** Starts the code. Gives what makes an engine that measures texts by a context, in a CSS font family. */
export async function start(code: Parameters<typeof init>[0]): Promise<(...given: ConstructorParameters<typeof Engine>) => ItemsEngine> {
  await init(code);
  return (...given) => new Engine(...given);
}

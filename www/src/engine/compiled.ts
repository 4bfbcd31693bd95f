// The engine's code, compiled once a page: every viewer's worker gets the same module, and memory of its own.
import wasmFile from '../wasm/dateline_wasm_bg.wasm?url';

const modules = new Map<string, Promise<WebAssembly.Module | null>>();

/** The module of an address; null where it cannot be had here, and who starts the engine finds out why. */
export function compiled(address: string | null): Promise<WebAssembly.Module | null> {
  const url = address ?? new URL(wasmFile, import.meta.url).href;
  let module = modules.get(url);
  if (!module) {
    module = WebAssembly.compileStreaming(fetch(url)).catch(() => (modules.delete(url), null));
    modules.set(url, module);
  }
  return module;
}

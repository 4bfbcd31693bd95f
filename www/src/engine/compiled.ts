// The engines' code, compiled once a page: every viewer's worker gets the same module, and memory of its own.
import itemsFile from '../wasm/dateline_items/dateline_items_bg.wasm?url';
import reportsFile from '../wasm/dateline_reports/dateline_reports_bg.wasm?url';
import type { EngineKind } from './protocol.ts';

const FILES: Record<EngineKind, string> = { reports: reportsFile, items: itemsFile };

const modules = new Map<string, Promise<WebAssembly.Module | null>>();

/** Where an engine's code lies, unless the page says otherwise. */
export function fileOf(kind: EngineKind, address: string | null): string {
  return address ?? new URL(FILES[kind], import.meta.url).href;
}

/** The module of an address; null where it cannot be had here, and who starts the engine finds out why. */
export function compiled(url: string): Promise<WebAssembly.Module | null> {
  let module = modules.get(url);
  if (!module) {
    module = WebAssembly.compileStreaming(fetch(url)).catch(() => (modules.delete(url), null));
    modules.set(url, module);
  }
  return module;
}

// Builds the pages with Vite and serves them on this machine, the built site of the project beside them under /dist/. Tells
// which files a page asked for, and what they weigh.

import { cpSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, preview, type PreviewServer } from 'vite';

const root = fileURLToPath(new URL('pages', import.meta.url));
/** The bench's own code, not a part of what a page weighs. */
const OWN = /\/assets\/bench-/;
const SHARED = /\/(harness|generator|random|texts|words|columns|canvas|order|points)\.ts$/;

export interface Site {
  url: string;
  /** Files asked for since the last call, in bytes after brotli. */
  transferred(): number;
  close(): Promise<void>;
}

/** Bundles all pages into the folder. */
async function bundle(folder: string, pages: readonly string[]): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 4000,
      modulePreload: false,
      rollupOptions: {
        input: pages.map((page) => join(root, `${page}.html`)),
        output: { codeSplitting: { groups: [{ name: 'bench', test: SHARED }] } },
      },
    },
  });
}

/** Serves the folder and keeps account. */
export async function open(folder: string, dist: string, pages: readonly string[]): Promise<Site> {
  await bundle(folder, pages);
  cpSync(dist, join(folder, 'dist'), { recursive: true });
  const asked = new Set<string>();
  const account = {
    name: 'account',
    configurePreviewServer(server: PreviewServer) {
      server.middlewares.use((request, _response, next) => {
        asked.add((request.url ?? '').replace(/[?#].*/, ''));
        next();
      });
    },
  };
  const server = await preview({
    root, configFile: false, logLevel: 'error', plugins: [account],
    build: { outDir: folder }, preview: { port: 0, host: '127.0.0.1' },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the server has no address');
  return {
    url,
    transferred() {
      const files = [...asked].filter((path) => !OWN.test(path)).map((path) => join(folder, path));
      asked.clear();
      return files.reduce((sum, file) => sum + weight(file), 0);
    },
    close: () => server.close(),
  };
}

const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const weights = new Map<string, number>();

/** Bytes after brotli; 0 for what is not a file (the browser asks for an icon). */
function weight(file: string): number {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return 0;
  let known = weights.get(file);
  if (known === undefined) {
    known = brotliCompressSync(readFileSync(file), BEST).length;
    weights.set(file, known);
  }
  return known;
}

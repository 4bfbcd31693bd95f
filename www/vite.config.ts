// Builds the front end: the studio page and the custom element as one site of static files.
//
// Not library mode: it would inline the wasm and lose the worker's address. `base: './'` lets the site live in any
// folder. Pages name `dateline-viewer.js`; everything else has a hash in its name and can be cached for good.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = (path: string) => resolve(import.meta.dirname, path);
const pages = ['index.html'].map(here).filter((page) => existsSync(page));
const script = 'dateline-viewer';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: [...pages, here(`src/${script}.ts`)],
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: ({ name }) => (name === script ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  worker: { format: 'es' },
});

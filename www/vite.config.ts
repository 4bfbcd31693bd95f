// Builds the front end: the studio page and the custom element as one site of static files.
//
// Not library mode: it would inline the wasm and lose the worker's address. `base: './'` lets the site live in any
// folder; hashed names let it be cached for good.
import { defineConfig } from 'vite';

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
  },
  worker: { format: 'es' },
});

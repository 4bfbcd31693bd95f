// `cargo xtask bench browser` and `bench trace` come in here: Vite, which bundles the pages, also reads the TypeScript of the bench.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('main.ts', import.meta.url)), { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(process.argv.slice(2));

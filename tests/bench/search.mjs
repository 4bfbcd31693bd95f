// The text search in the wasm as it is shipped, in one thread: texts of made-up items lie in a JavaScript array, as in a
// page, and are read by pieces.
//
//   node tests/bench/search.mjs FOLDER [ITEMS]
//
// FOLDER has the wasm of the benches: `target/xtask/bench` after `cargo xtask bench reading`. Prints a line a query: how many texts have all
// its words, and the best and the middle time of several runs.
import { pathToFileURL } from 'node:url';
import { resolve, join } from 'node:path';

const [folder, items = '1000000'] = process.argv.slice(2);
const RUNS = 9;
const STEP_BYTES = 8 * 2 ** 20;
const QUERIES = ['a', 'the', 'oil', 'emergency', 'são', 'tribunal', 'venezuela', 'zzz', 'oil tribunal', '"price of fuel"', 'minister oil "patrol boats" ayer'];

const engine = await import(pathToFileURL(join(resolve(folder), 'dateline_bench.js')).href);
const made = new engine.MadeTexts(Number(items));
const offsets = made.offsets();
const bytes = made.bytes();
made.free();
const texts = new engine.Searched(offsets, { read: (start, end) => bytes.subarray(start, end) });

console.log(`\nSearch in ${offsets.length - 1} texts, ${(bytes.length / 1e6).toFixed(1)} MB, wasm`);
for (const query of QUERIES) {
  const times = [];
  let found = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    found = texts.search(query, STEP_BYTES);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [best, middle] = [times[0], times[RUNS >> 1]];
  console.log(`${query.padEnd(36)} ${String(found).padStart(8)} found ${best.toFixed(1).padStart(8)} ms best ${middle.toFixed(1).padStart(8)} ms middle`);
}

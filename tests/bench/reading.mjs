// Dates and countries in the prose of a report: the engine natively and in wasm as it is shipped, and libraries that
// find dates (chrono-node) and places (compromise), on the same text in one run.
//
//   cargo xtask bench reading [FILE]
//
// Called by that command with the folder of the wasm, the native program and the text. Prints one line a bench: how
// much was found, the best time of several runs, MB of text a second, and how many times as fast as the library beside it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as chrono from 'chrono-node';
import nlp from 'compromise';

const [folder, program, file] = process.argv.slice(2);
const RUNS = 7;
/** A text shorter than this is repeated: a bench of microseconds says nothing. */
const BYTES = 1_000_000;

const once = readFileSync(file, 'utf8');
const text = once.repeat(Math.ceil(BYTES / Buffer.byteLength(once)));
const megabytes = Buffer.byteLength(text) / 1e6;
const long = join(mkdtempSync(join(tmpdir(), 'dateline-bench-')), 'text.txt');
writeFileSync(long, text);

const engine = await import(pathToFileURL(join(folder, 'dateline_bench.js')).href);
const reference = new Date('2023-03-01T12:00:00Z');

function best(name, runs, work) {
  let ms = Infinity;
  let found = 0;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    found = work();
    ms = Math.min(ms, performance.now() - start);
  }
  return { name, found, ms };
}

const lines = text.split('\n');
const nativeRows = execFileSync(program, [long], { encoding: 'utf8' }).trim().split('\n').map((line) => JSON.parse(line));
const native = (name) => nativeRows.find((row) => row.name === name);

function print(title, rows) {
  const rival = rows.at(-1).ms;
  console.log(`\n${title}`);
  for (const { name, found, ms } of rows) {
    const speed = (megabytes / ms) * 1e3;
    console.log(`${name.padEnd(24)} ${String(found).padStart(7)} found ${ms.toFixed(1).padStart(9)} ms ${speed.toFixed(2).padStart(8)} MB/s ${(rival / ms).toFixed(1).padStart(8)} ×`);
  }
}

console.log(`${megabytes.toFixed(2)} MB of text: ${file}`);
// Line by line, as ours reads it; the whole text at once takes chrono-node far longer.
print('Dates', [
  native('dates, native'),
  best('dates, wasm', RUNS, () => engine.dates(text)),
  native('items, native'),
  best('items, wasm', RUNS, () => engine.items(text)),
  best('chrono-node', 1, () => lines.reduce((sum, line) => sum + chrono.parse(line, reference).length, 0)),
]);
print('Countries', [
  native('countries, native'),
  best('countries, wasm', RUNS, () => engine.countries(text)),
  native('names one by one, native'),
  best('names one by one, wasm', RUNS, () => engine.countries_naively(text)),
  // A tenth of the text: it takes seconds for each MB.
  tenfold(best('compromise, places', 1, () => lines.slice(0, lines.length / 10).reduce((sum, line) => sum + nlp(line).places().length, 0))),
]);
const table = best('', RUNS, () => engine.table());
console.log(`\nThe table of names is read in ${native('table of names, native').ms.toFixed(2)} ms natively, in ${table.ms.toFixed(2)} ms in wasm.`);

function tenfold({ name, found, ms }) {
  return { name, found: found * 10, ms: ms * 10 };
}

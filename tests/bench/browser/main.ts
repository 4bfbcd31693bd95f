// The bench of pages: each page at each size in a fresh browser, one after the other; then the table. Judges nothing.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, type Result } from './measure.ts';
import { options, PAGES, type Options } from './options.ts';
import { open, type Site } from './site.ts';
import { markdown } from './table.ts';
import { trace } from './trace.ts';

/** Size by size; a page that was stopped is left out above. */
async function all(site: Site, chosen: Options): Promise<Result[]> {
  const results: Result[] = [];
  const out = new Set<string>();
  for (const items of chosen.sizes) {
    for (const name of chosen.pages) {
      if (out.has(name)) continue;
      const result = await measure(site, name, items, chosen);
      results.push(result);
      // What was measured stays, should the run be ended early.
      if (chosen.out) writeFileSync(chosen.out, markdown(results));
      if (result.stopped) out.add(name);
      const load = result.load?.steps[0]?.toFixed(0) ?? '–';
      console.error(`    ${items.toLocaleString('en')} items, ${name}: load ${load} ms${result.stopped ? `; stopped: ${result.stopped}` : ''}`);
    }
  }
  return results;
}

export async function main(args: string[]): Promise<number> {
  const chosen = options(args);
  mkdirSync(chosen.scratch, { recursive: true });
  const site = await open(join(chosen.scratch, 'pages'), chosen.dist, PAGES);
  try {
    if (chosen.trace) return await trace(site, chosen);
    console.log(markdown(await all(site, chosen)));
    return 0;
  } finally {
    await site.close();
  }
}

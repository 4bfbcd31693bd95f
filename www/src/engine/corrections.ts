// Countries that the reader adds to items or takes from them: a list of patches by item id, apart from what was found.
//
// Of two patches about the same item and country the later one counts; these functions keep one of each.
import type { Correction, Item } from './data.ts';
import { DatelineError } from './problem.ts';
import { shaped } from './shape.ts';

const PARTS = { item: 'text', code: 'text', action: 'text' } as const;

/** A list of patches that a page or a file gave. Throws `bad-value`; whether a code is a country's, the engine knows. */
export function corrections(value: unknown): Correction[] {
  const list = value ?? [];
  if (!Array.isArray(list)) throw misfit('The corrections are not a list.');
  return list.map((each: unknown, at) => {
    const patch = shaped<Correction>(`corrections[${at}]`, each as Correction, PARTS);
    const { item, code, action } = patch;
    if (!item || !code || (action !== 'add' && action !== 'remove')) throw misfit(`\`corrections[${at}]\` is not complete.`);
    return { item, code, action };
  });
}

/** Those of a list that are whole and of a country: what was kept may be damaged. */
export function sound(list: unknown[], countries: ReadonlySet<string>): Correction[] {
  return list.flatMap((each) => {
    try {
      return corrections([each]).filter(({ code }) => countries.has(code));
    } catch {
      return [];
    }
  });
}

/** The patches of a file: a list, or an object with the list. Throws `bad-corrections`. */
export function readCorrections(text: string): Correction[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DatelineError({ code: 'bad-corrections', message: 'The file is not JSON.', fix: 'Choose a file of corrections that was saved here.' });
  }
  const inner = typeof value === 'object' && value !== null && 'corrections' in value ? value.corrections : value;
  return corrections(inner);
}

/** A file's text. */
export function writeCorrections(list: Correction[]): string {
  return `${JSON.stringify({ corrections: list }, null, 2)}\n`;
}

/** One list after the other; of each item and country the last patch stays. */
export function merged(list: Correction[], more: Correction[]): Correction[] {
  const last = new Map<string, Correction>();
  for (const patch of [...list, ...more]) {
    const key = `${patch.code} ${patch.item}`;
    last.delete(key);
    last.set(key, patch);
  }
  return [...last.values()];
}

/**
 * The list after the reader added a country to an item or took one from it: a patch is taken back where that does it.
 * Without `all` evidence, what was taken from the item may be what does not count: an addition stands for itself.
 */
export function changed(list: Correction[], { id, countries }: Pick<Item, 'id' | 'countries'>, code: string, action: Correction['action'], all = true): Correction[] {
  const others = list.filter((patch) => patch.item !== id || patch.code !== code);
  const undoes = list.some((patch) => patch.item === id && patch.code === code && patch.action !== action);
  const found = countries.some((country) => country.code === code && country.mentions.some(({ kind }) => kind !== 'correction'));
  const done = undoes && (action === 'add' ? all : !found);
  return done ? others : [...others, { item: id, code, action }];
}

function misfit(message: string): DatelineError {
  return new DatelineError({ code: 'bad-value', message, fix: 'Each is such as {"item": "00c0ffee00c0ffee", "code": "PE", "action": "add"}.' });
}

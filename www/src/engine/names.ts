// The names of countries: the table in English and Spanish that every engine needs, and packs of other languages.
//
// They lie beside the wasm, as files of their own: a new name changes no code, and the browser keeps them for all viewers.
import tableFile from '../../../crate/core/src/countries/table.txt?url';
import type { Problem } from './problem.ts';

/** What was fetched, or is on its way: once for all engines of this thread. */
const fetched = new Map<string, Promise<string>>();

/** The table. Throws `names-missing`. */
export function table(address: string | null): Promise<string> {
  return names(address ?? new URL(tableFile, import.meta.url).href, address ? 0 : COUNTRIES);
}

/** A language's pack; null where there is none. Throws `names-missing`. */
export async function pack(language: string): Promise<string | null> {
  const packs = await import('./packs.ts').catch((error: unknown) => {
    throw missing('its script', error instanceof Error ? error.message : String(error));
  });
  const file = Object.hasOwn(packs.PACKS, language) && packs.PACKS[language];
  return file ? names(new URL(file, import.meta.url).href) : null;
}

/** The language of a text that is hardly English or Spanish, where it can be told; a report is read without it too. */
export async function foreign(text: string): Promise<string[]> {
  const sample = text.slice(0, SAMPLE);
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  if ((sample.match(COMMON)?.length ?? 0) >= words * COMMON_SHARE) return [];
  const packs = await import('./packs.ts').catch(() => null);
  const language = packs?.guess(text);
  return language ? [language] : [];
}

/** Commonest words of English and Spanish; they are at least such a share of what is written in them. */
const COMMON = /(?<!\p{L})(the|of|and|to|in|el|la|los|de|que|y|en)(?!\p{L})/giu;
const COMMON_SHARE = 0.14;
/** So many characters are looked at. */
const SAMPLE = 20_000;

/** Countries of the table. */
const COUNTRIES = 250;

/** Names of at least so many countries. */
function names(address: string, countries = 0): Promise<string> {
  let file = fetched.get(address);
  if (!file) {
    file = request(address, countries);
    fetched.set(address, file);
    file.catch(() => fetched.delete(address));
  }
  return file;
}

async function request(address: string, countries: number): Promise<string> {
  let why = 'it could not be reached';
  try {
    const response = await fetch(address);
    const text = await response.text();
    if (response.ok && areNames(text, countries)) return text;
    why = response.ok ? 'what came is no such file, or a part of it' : `the server answered ${response.status}`;
  } catch {
    // There was no answer.
  }
  throw missing(address, why);
}

/** Whether a text is one of names, and not a page in its place or a part that breaks off within a line. */
function areNames(text: string, countries: number): boolean {
  return /^(#.*\n)*= /.test(text) && text.endsWith('\n') && text.split('\n= ').length > countries;
}

function missing(address: string, why: string): Problem {
  return {
    code: 'names-missing',
    message: `The names of countries could not be loaded from ${address}: ${why}.`,
    fix: 'Check that the .txt files are served beside the script, and that connect-src allows it.',
  };
}

// Finds what was told in English again by its form, and says it in Spanish. Loaded only by who reads Spanish.
import { TOLD } from './told-es.ts';

/** A text of a form, in another language; null where it has not this form. */
type Form = (text: string) => string | null;

const HOLE = /\{(\w+)\}/g;
/** Holes of one word; in the others any words may stand. */
const ONE_WORD = new Set(['day', 'year', 'n', 'of']);
/** Holes for the names of things, which are put into words too. */
const NAMES = new Set(['name', 'source', 'why']);

const forms = TOLD.map(([english, spanish]) => form(english, spanish));

/** The Spanish words; what is not known stays as it is. */
export function translate(text: string): string {
  for (const form of forms) {
    const found = form(text);
    if (found !== null) return found;
  }
  return text;
}

/** Holes take what stands there. */
function form(english: string, other: string): Form {
  const names = [...english.matchAll(HOLE)].map((hole) => hole[1] ?? '');
  const words = english.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const taken = names.map((name) => (ONE_WORD.has(name) ? '(\\S+)' : '(.+?)'));
  const pattern = new RegExp(`^${words.map((part, at) => part + (taken[at] ?? '')).join('')}$`, 's');
  return (text) => {
    const found = pattern.exec(text);
    if (!found) return null;
    return other.replace(HOLE, (_, name: string) => {
      const value = found[names.indexOf(name) + 1] ?? '';
      return NAMES.has(name) ? translate(value) : value;
    });
  };
}

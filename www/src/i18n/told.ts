// What the engine tells is in English: reasons, remarks, errors, with names and days in them. Here they are found again
// by their form and put into the reader's language; what is not known stays as it is.

/** A text of a form, in another language; null where it has not this form. */
type Form = (text: string, all: Form[]) => string | null;

let forms: Form[] = [];

/** Loads the words of Spanish; resolves when they are there. English needs none. */
export async function loadTold(language: string): Promise<boolean> {
  if (language !== 'es' || forms.length > 0) return false;
  const { TOLD } = await import('./told-es.ts').catch(() => ({ TOLD: [] as [string, string][] }));
  forms = TOLD.map(([english, spanish]) => form(english, spanish));
  return forms.length > 0;
}

/** What was told, in a language. */
export function told(text: string, language: string): string {
  return language === 'es' ? translated(text, forms) : text;
}

function translated(text: string, all: Form[]): string {
  for (const form of all) {
    const found = form(text, all);
    if (found !== null) return found;
  }
  return text;
}

const HOLE = /\{(\w+)\}/g;
/** Holes of one word; in the others any words may stand. */
const ONE_WORD = new Set(['day', 'year', 'n', 'of']);

/** Holes take what stands there; the names of things in them are put into words too. */
function form(english: string, other: string): Form {
  const names = [...english.matchAll(HOLE)].map((hole) => hole[1] ?? '');
  const words = english.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const taken = names.map((name) => (ONE_WORD.has(name) ? '(\\S+)' : '(.+?)'));
  const escaped = words.map((part, at) => part + (taken[at] ?? '')).join('');
  const pattern = new RegExp(`^${escaped}$`, 's');
  return (text, all) => {
    const found = pattern.exec(text);
    if (!found) return null;
    const values = new Map(names.map((name, at) => [name, found[at + 1] ?? '']));
    const named = (name: string) => {
      const value = values.get(name) ?? '';
      return name === 'name' || name === 'source' ? translated(value, all) : value;
    };
    return other.replace(HOLE, (_, name: string) => named(name));
  };
}

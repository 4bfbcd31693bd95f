// What the engine tells is in English: reasons, remarks, errors, with names and days in them. For who reads Spanish its
// words are loaded apart, and put in their place; English needs none.
let translate = (text: string) => text;
let loaded = false;

/** Loads the words of a language; resolves with whether there are new ones. */
export async function loadTold(language: string): Promise<boolean> {
  if (language !== 'es' || loaded) return false;
  const words = await import('./told-forms.ts').catch(() => null);
  if (words) ({ translate } = words);
  loaded = words !== null;
  return loaded;
}

/** What was told, in a language. */
export function told(text: string, language: string): string {
  return language === 'es' ? translate(text) : text;
}

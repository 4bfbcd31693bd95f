// A series in capitals, as a person would write it: "VRIC MONITOR" is "VRIC Monitor".
//
// Capitals hide which words are acronyms. A word that has a digit, that is a known acronym, or that nobody could
// pronounce keeps them; the core decides titles of sections by the same rule, with the report's own usage on top.

/** Words that stay small inside a title. */
const SMALL = new Set(
  'a an and as at by for from in of on or the to vs with al con de del el en la las los para por su un y'.split(' '),
);

/** Acronyms that one could pronounce. */
const ACRONYMS = new Set(
  'AI ALBA AMIA ANC CELAC CIA ELN EU FARC IAEA IMF IRGC NATO OAS OPEC OSINT OTAN PDVSA UAE UE UK UN UNASUR US USA'.split(' '),
);

/** The consonants that spoken words begin with, where there is more than one. */
const ONSETS = new Set(
  'bl br ch chr cl cr cz dj dr fl fr gh gl gn gr kh kl kn kr ll ph pl pr ps rh sc sch scr sh sl sm sn sp spr st str th tr wr'.split(' '),
);

const WORD = /[\p{L}\p{N}’']+/gu;

/** The title with capitals only where they are meant; one that has small letters already stays as it is. */
export function titleCase(title: string): string {
  if (!/\p{Lu}/u.test(title) || /\p{Ll}/u.test(title)) return title;
  return title.replace(WORD, (word, at: number) => cased(word, at === title.search(WORD)));
}

function cased(word: string, first: boolean): string {
  const lower = word.toLowerCase();
  if (!first && SMALL.has(lower)) return lower;
  if (isAcronym(word)) return word;
  return lower.replace(/^./u, (letter) => letter.toUpperCase());
}

function isAcronym(word: string): boolean {
  return ACRONYMS.has(word) || /\p{N}/u.test(word) || !canBeSpoken(word.toLowerCase());
}

/** Whether a word begins as words do, and has a vowel. Words outside of plain Latin letters are taken as words. */
function canBeSpoken(lower: string): boolean {
  if (!/^[a-z]+$/.test(lower)) return true;
  const [onset = ''] = /^[^aeiouy]*/.exec(lower) ?? [];
  return onset.length < lower.length && (onset.length < 2 || ONSETS.has(onset));
}

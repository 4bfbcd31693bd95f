// The language of a report, as far as its names of countries need it: by its script, else by its commonest words.
//
// Loaded only for texts that are hardly English or Spanish. Where nothing speaks for one language it gives none.

/** Scripts that tell a language; a letter that only one of their languages has comes first. */
const SCRIPTS: [language: string, letters: RegExp][] = [
  ['ja', /[\u3041-\u30ff]/g],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['uk', /[іїєґ]/gi],
  ['sr', /[ђћџљњј]/gi],
  ['ru', /[ыэё]/gi],
  ['bg', /\p{Script=Cyrillic}/gu],
  ['fa', /[پچژگی]/g],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
];
/** One letter in so many must be of a script. */
const LETTERS_A_SCRIPT = 100;

const WORDS: Record<string, string> = {
  en: 'the of and to in is for that was by from with',
  es: 'el la los las de del y en que con por una se',
  fr: 'le la les de des et est une dans pour qui du en au',
  pt: 'o os do da dos não uma para com em que de no na',
  de: 'der die und das ist nicht den mit von ein im auf dem',
  it: 'il di che è per non una sono della gli del con la e',
  nl: 'de het een van en niet dat op zijn voor met te',
  sv: 'och att det som på är av för inte en med till',
  da: 'og at det er til på ikke af en for med den',
  nb: 'og det er til på ikke av en for med som har',
  fi: 'ja on ei että se oli myös mutta ovat joka',
  pl: 'i w na z się nie do że jest to przez dla',
  cs: 'a v na se je že to s do pro by o',
  hu: 'a az és hogy nem egy is meg volt csak',
  ro: 'și în la de pe cu este din care nu o că',
  tr: 've bir bu için ile da de olarak daha çok',
  id: 'yang dan di dengan untuk dari ini pada dalam itu',
  ca: 'el la els les de i en que amb per una és',
};
/** A language must have this share of the words. */
const SHARE = 0.12;
/** So many characters are looked at, and so few words are too few. */
const SAMPLE = 20_000;
const FEW = 8;

/** The most likely language, or null. */
export function guess(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([, letter]) => (sample.match(letter)?.length ?? 0) * LETTERS_A_SCRIPT > letters);
  if (script) return script[0];
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEW) return null;
  const ranked = Object.entries(WORDS).map(([language, common]) => {
    const known = new Set(common.split(' '));
    return { language, share: words.filter((word) => known.has(word)).length / words.length };
  });
  const [best] = ranked.sort((a, b) => b.share - a.share);
  return best && best.share >= SHARE ? best.language : null;
}

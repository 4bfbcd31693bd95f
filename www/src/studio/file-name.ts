// Names of exported files: `<doc-slug>_<view>_<from>_<to>.<ext>`, in ASCII, safe on every system.

/** The longest slug; paths have limits, and so has patience. */
const MAX_SLUG = 60;
const FALLBACK = 'report';

/** Letters that have no decomposition but a usual spelling. */
const SPELT: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', º: '', ª: '',
};

export interface NameParts {
  /** The report's name, as shown. */
  document: string;
  /** What of it: `both`, `timeline`, `countries`, `items`. */
  view: string;
  /** Civil days; left out where there are none. */
  from?: string | null;
  to?: string | null;
  extension: string;
}

/** The file name of an export. */
export function exportName({ document, view, from, to, extension }: NameParts): string {
  const parts = [slug(document), slug(view), civil(from), civil(to)].filter(Boolean);
  return `${parts.join('_')}.${extension.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
}

/** Small ASCII letters, digits and single dashes; never empty. */
export function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[ßæœøđðþłıºª]/g, (letter) => SPELT[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  return trimmed(plain.slice(0, MAX_SLUG)) || trimmed(plain) || FALLBACK;
}

/** A file's name without its folder and extension. */
export function stem(fileName: string): string {
  const last = fileName.split(/[\\/]/).pop() ?? '';
  return last.replace(/(.)\.[a-z0-9]{1,5}$/i, '$1');
}

function civil(date: string | null | undefined): string {
  return date && /^[0-9-]{4,10}$/.test(date) ? date : '';
}

function trimmed(text: string): string {
  return text.replace(/^-+|-+$/g, '');
}

// The markup that puts a report into another page. Written as text for people to copy; never made into elements here.

export interface SnippetOptions {
  /** The text of the report, to live between the tags; absent = in a file of this name. */
  text?: string;
  src: string;
  referenceDate: string | null;
  theme: 'auto' | 'light' | 'dark';
  evidence?: string | null;
  counting?: string | null;
  from?: string | null;
  to?: string | null;
}

const SCRIPT = '<script type="module" src="dateline-viewer.js"></script>';

/** The two elements, ready to paste. */
export function snippet({ text, src, referenceDate, theme, evidence, counting, from, to }: SnippetOptions): string {
  const attributes: [string, string | null | undefined][] = [
    ['src', text === undefined ? src : null],
    ['reference-date', referenceDate],
    ['theme', theme === 'auto' ? null : theme],
    ['evidence', evidence === 'all' ? null : evidence],
    ['counting', counting === 'full' ? null : counting],
    ['from', from],
    ['to', to],
  ];
  const written = attributes.filter(([, value]) => value).map(([name, value]) => ` ${name}="${escaped(value ?? '')}"`);
  const content = text === undefined ? '' : `\n${escaped(text)}\n`;
  return `${SCRIPT}\n<dateline-viewer${written.join('')}>${content}</dateline-viewer>\n`;
}

/** Text that markup cannot be hidden in. */
function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

// What the element takes over from the page around it: language, light or dark, when there is time.

/** The language of the nearest ancestor, across shadow roots, else the browser's. */
export function languageOf(element: Element): string {
  let current: Node | null = element;
  while (current) {
    if (current instanceof Element) {
      const found: Element | null = current.closest('[lang]');
      if (found?.getAttribute('lang')) return found.getAttribute('lang') as string;
    }
    const root: Node = (current as Node).getRootNode();
    current = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language || 'en';
}

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, as asked for or as the system has it. */
export function themeOf(asked: string | null): 'light' | 'dark' {
  if (asked === 'light' || asked === 'dark') return asked;
  return dark.matches ? 'dark' : 'light';
}

/** Tells when the system changes between light and dark, until the signal is aborted. */
export function watchTheme(onChange: () => void, signal: AbortSignal): void {
  dark.addEventListener('change', onChange, { signal });
}

/** Acts when the document is complete: only then is the text between an element's tags. */
export function whenParsed(act: () => void): void {
  if (document.readyState !== 'loading') queueMicrotask(act);
  else document.addEventListener('DOMContentLoaded', act, { once: true });
}

/** Acts when the page has nothing else to do; soon, where the browser cannot tell. */
export function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act);
  else setTimeout(act, SOON_MS);
}

const SOON_MS = 200;

// Light, dark, or as the system has it; remembered in this browser. `public/theme.js` reads the same key before the
// first paint.
import { keep, kept } from './kept.ts';

export type Theme = 'auto' | 'light' | 'dark';
export const THEMES: Theme[] = ['auto', 'light', 'dark'];

const KEY = 'theme';

export function storedTheme(): Theme {
  const value = kept(KEY);
  return value === 'light' || value === 'dark' ? value : 'auto';
}

/** Shows the page in a theme, and remembers it. The style sheet does the rest. */
export function applyTheme(theme: Theme): void {
  keep(KEY, theme === 'auto' ? null : theme);
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** What the theme means now. */
export function groundOf(theme: Theme): 'light' | 'dark' {
  if (theme !== 'auto') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

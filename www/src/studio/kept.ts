// The few choices that outlive the page: theme, language, keys. No text of a report is ever kept.

const PREFIX = 'dateline-';

/** A choice; `null` where there is none, or where the browser keeps nothing. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Remembers a choice; `null` forgets it. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // The choice holds until the page is closed.
  }
}

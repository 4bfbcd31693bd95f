// Before the first paint: the ground that the reader chose, so that a dark page never flashes white.
// The studio keeps the choice (`src/studio/theme.ts`); this only reads it.
try {
  const choice = localStorage.getItem('dateline-theme');
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
} catch {
  // Where the browser keeps nothing, the system's theme stands.
}

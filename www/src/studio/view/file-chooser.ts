// The system's file dialog. What is chosen is opened; nothing is uploaded.
import type { Studio } from '../studio.ts';

/** What reports usually are; any other text may be chosen all the same. */
const ACCEPTED = '.txt,.text,.md,.markdown,.log,.csv,.html,.htm,text/*';

let input: HTMLInputElement | null = null;

export function chooseFiles(studio: Studio): void {
  input?.remove();
  input = document.createElement('input');
  input.type = 'file';
  input.accept = ACCEPTED;
  input.hidden = true;
  const chosen = input;
  chosen.addEventListener('change', () => {
    void studio.openFiles([...(chosen.files ?? [])]);
    chosen.remove();
  });
  document.body.append(chosen);
  chosen.click();
}

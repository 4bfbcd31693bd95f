// Paste anywhere outside of a field opens what is in the clipboard: a file, else text.
import { isDialogOpen, isInField } from './reach.ts';
import type { Studio } from './studio.ts';

export function listenToPaste(studio: Studio): void {
  document.addEventListener('paste', (event) => {
    if (isInField(event) || isDialogOpen() || !event.clipboardData) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    if (files.length === 0 && text.trim() === '') return;
    event.preventDefault();
    void (files.length > 0 ? studio.openFiles(files) : studio.openText(text));
  });
}

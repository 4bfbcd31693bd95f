// Where a key or a paste goes: to a field that somebody writes in, or to the page.

/** Inputs that take no text. */
const PLAIN = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/** Whether an input event goes to a field, also inside of a shadow tree. */
export function isInField(event: Event): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement) return !PLAIN.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** Whether a dialog is open that must be answered first. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

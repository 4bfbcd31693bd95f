// From a blob to the reader's disk or clipboard.

/** A blob's address lives so long after the download began. */
const LIFE_MS = 60_000;

export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), LIFE_MS);
}

/** Whether pictures can go to the clipboard here. */
export function canCopyImages(): boolean {
  return typeof ClipboardItem !== 'undefined' && Boolean(navigator.clipboard);
}

/** The browser wants to be asked at once, and takes the picture when it is done. */
export function copyImage(png: Promise<Blob>): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}

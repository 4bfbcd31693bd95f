// A report dropped anywhere on the page is opened: a file, or text that was dragged here from elsewhere.
import type { Studio } from './studio.ts';

export function listenToDrops(studio: Studio): void {
  let own = false;
  let depth = 0;
  const show = (dropping: boolean) => {
    if (!dropping) depth = 0;
    if (studio.state.dropping !== dropping) studio.store.set({ dropping });
  };
  /** What is dragged from the page itself stays the page's business. */
  const takes = ({ dataTransfer }: DragEvent) =>
    !own && dataTransfer !== null && (dataTransfer.types.includes('Files') || dataTransfer.types.includes('text/plain'));

  document.addEventListener('dragstart', () => (own = true));
  document.addEventListener('dragend', () => (own = false));
  document.addEventListener('dragenter', (event) => {
    if (!takes(event)) return;
    depth += 1;
    event.preventDefault();
    show(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (!takes(event)) return;
    depth -= 1;
    if (depth <= 0 || event.relatedTarget === null) show(false);
  });
  document.addEventListener('dragover', (event) => {
    if (!takes(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  document.addEventListener('drop', (event) => {
    if (!takes(event) || !event.dataTransfer) return;
    event.preventDefault();
    show(false);
    open(studio, event.dataTransfer);
  });
}

function open(studio: Studio, data: DataTransfer): void {
  const files = [...data.files];
  const text = data.getData('text/plain');
  studio.store.set({ dialog: null });
  if (files.length > 0) void studio.openFiles(files);
  else if (text.trim()) void studio.openText(text);
}

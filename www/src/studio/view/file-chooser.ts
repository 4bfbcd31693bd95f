// The system's file dialog. What is chosen is opened; nothing is uploaded.
import type { Trouble } from '../state.ts';
import type { Studio } from '../studio.ts';

/** What reports usually are, and files of items; any other text may be chosen all the same. */
const REPORTS = '.txt,.text,.md,.markdown,.log,.html,.htm,text/*,.csv,.tsv,.ndjson,.jsonl,.json,.arrow,.arrows,.feather';
const JSON_FILES = '.json,application/json';

let input: HTMLInputElement | null = null;

export function chooseFiles(studio: Studio): void {
  choose(REPORTS, (files) => void studio.openFiles(files));
}

/** `tell` is told what is wrong with the file's corrections, and null where nothing is. */
export function chooseCorrections(studio: Studio, tell: (problem: Trouble | null) => void): void {
  choose(JSON_FILES, ([file]) => {
    if (!file) return;
    void studio.importCorrections(file).then((problem) => tell(problem && { ...problem, about: file.name }));
  });
}

function choose(accepted: string, take: (files: File[]) => void): void {
  input?.remove();
  input = document.createElement('input');
  input.type = 'file';
  input.accept = accepted;
  input.hidden = true;
  const chosen = input;
  chosen.addEventListener('change', () => {
    take([...(chosen.files ?? [])]);
    chosen.remove();
  });
  document.body.append(chosen);
  chosen.click();
}

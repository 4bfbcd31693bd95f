// The reader's corrections: saved as a file, taken from one, or all taken back.
import { useState } from 'preact/hooks';
import type { Problem } from '../../engine/problem.ts';
import { writeCorrections } from '../../engine/corrections.ts';
import { download } from '../download.ts';
import { exportName } from '../file-name.ts';
import type { Props } from './app.tsx';
import { chooseCorrections } from './file-chooser.ts';
import { Outcome, type Result } from './outcome.tsx';

export function ExportCorrections({ state: { locale }, studio }: Props) {
  const [result, setResult] = useState<Result>(null);
  const { corrections } = studio.viewer;
  const save = () => {
    const name = exportName({ document: studio.name(), view: 'corrections', extension: 'json' });
    download(new Blob([writeCorrections(corrections)], { type: 'application/json' }), name);
    setResult({ done: locale.say('saved', { name }) });
  };
  /** Beside the button: what lies behind the dialog is not seen. */
  const tell = (problem: Problem | null) => {
    studio.store.set({ trouble: null });
    setResult(problem && { problem });
  };
  return (
    <div class="stack">
      <p>{locale.say('correctionsHelp')}</p>
      <p><strong>{locale.say('correctionsCount', { n: corrections.length })}</strong></p>
      <div class="row end">
        <Outcome result={result} locale={locale} />
        <button type="button" class="button" disabled={corrections.length === 0} onClick={() => studio.correct([])}>{locale.say('correctionsClear')}</button>
        <button type="button" class="button" onClick={() => chooseCorrections(studio, tell)}>{locale.say('correctionsImport')}</button>
        <button type="button" class="button primary" disabled={corrections.length === 0} onClick={save}>{locale.say('save', { format: 'JSON' })}</button>
      </div>
    </div>
  );
}

// The data: as a table or as JSON, what the filters leave or everything, with its first lines.
import { useEffect, useState } from 'preact/hooks';
import { download } from '../download.ts';
import { dataName, FIRST_DATA, type DataPlan } from '../export-plan.ts';
import { problemOf } from '../problem.ts';
import type { Props } from './app.tsx';
import { Outcome, type Result } from './outcome.tsx';
import { Segmented } from './segmented.tsx';
import { usePlan } from './use-plan.ts';

/** So much of the file is shown. */
const SHOWN_BYTES = 2400;

let last: DataPlan = FIRST_DATA;

export function ExportData({ state: { locale, opened }, studio }: Props) {
  const { viewer } = studio;
  const [result, setResult] = useState<Result>(null);
  const [head, setHead] = useState('');
  const { plan, newest, change } = usePlan(last, (chosen) => {
    last = chosen;
    setResult(null);
  });
  useEffect(() => {
    let current = true;
    viewer.exportData(plan).then((blob) => blob.slice(0, SHOWN_BYTES).text()).then(
      (text) => current && setHead(text),
      (error: unknown) => current && setResult({ problem: problemOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [plan.format, plan.scope]);
  const save = async () => {
    try {
      const name = dataName(newest(), studio.name(), viewer);
      download(await viewer.exportData(newest()), name);
      setResult({ done: locale.say('saved', { name }) });
    } catch (error) {
      setResult({ problem: problemOf(error) });
    }
  };
  return (
    <form class="export" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div class="choices">
        <Segmented label={locale.say('format')} value={plan.format} choose={(format) => change({ format })} options={[
          { value: 'csv', label: 'CSV' },
          { value: 'json', label: 'JSON' },
        ]} />
        <p class="small">{locale.say(plan.format === 'csv' ? 'csvHint' : 'jsonHint')}</p>
        <fieldset class="choice">
          <legend>{locale.say('scope')}</legend>
          {(['filtered', 'all'] as const).map((scope) => (
            <label class="option" key={scope}>
              <input type="radio" name="scope" checked={plan.scope === scope} onChange={() => change({ scope })} />
              {scope === 'filtered'
                ? locale.say('scopeFiltered', { n: viewer.summary?.items ?? 0 })
                : locale.say('scopeAll', { n: opened?.items ?? 0 })}
            </label>
          ))}
        </fieldset>
      </div>
      <div class="preview">
        <pre class="code" tabIndex={0} aria-label={locale.say('preview')}>{head}</pre>
      </div>
      <div class="row end export-foot">
        <Outcome result={result} locale={locale} />
        <button type="submit" class="button primary">{locale.say('save', { format: plan.format.toUpperCase() })}</button>
      </div>
    </form>
  );
}

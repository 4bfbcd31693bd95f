// What is shown when there is no picture to show, and what one can do about it.
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { CloseIcon } from './icons.tsx';
import { FACETS } from './facets.ts';
import { tokens } from './toolbar.tsx';

interface Props {
  state: State;
  act: Actions;
}

/** The last thing that went wrong, with its remedy. */
export function Notice({ state: { problem, locale }, act }: Props) {
  if (!problem) return null;
  return (
    <div class="notice" part="error" role="alert">
      <p><strong>{locale.told(problem.message)}</strong> {locale.told(problem.fix)}</p>
      <button type="button" class="button icon" aria-label={locale.text('dismiss')} onClick={() => act.session.store.set({ problem: null })}><CloseIcon /></button>
    </div>
  );
}

export function Empty({ state: { locale } }: { state: State }) {
  return (
    <div class="blank" part="empty">
      <h2>{locale.text('emptyTitle')}</h2>
      <p>{locale.text('emptyText')}</p>
    </div>
  );
}

export function Loading({ state: { progress, locale }, act }: Props) {
  const fetching = !progress || progress.phase === 'fetch';
  return (
    <div class="blank loading" part="loading" role="status">
      <p>{locale.text(fetching ? 'fetching' : 'loading')}</p>
      <progress max={progress?.total || 1} value={fetching ? 0 : progress.done} />
      <button type="button" class="button" onClick={() => act.session.cancel()}>{locale.text('cancel')}</button>
    </div>
  );
}

/** No engine: the text stays readable. */
export function Failed({ state: { locale }, act }: Props) {
  const text = act.session.source?.text;
  return (
    <div class="blank failed">
      <h2>{locale.text('failedTitle')}</h2>
      <p>{locale.text('failedKept')}</p>
      <div class="kept" tabIndex={0}>{text ?? <slot />}</div>
    </div>
  );
}

/** Why the list is empty, and the way out. */
export function NothingShown({ state, act }: Props) {
  const { locale, loaded, summary, filter } = state;
  if (!loaded || !summary || summary.shown > 0) return null;
  if (loaded.summary.items === 0) {
    const why = loaded.diagnostics.find(({ severity }) => severity === 'warning');
    return <Blank title={locale.text('nothingFound')} text={locale.text('nothingFoundText')}>{why && <small class="sentence">{locale.told(why.message)}; {locale.told(why.fix)}.</small>}</Blank>;
  }
  if (summary.items > 0) {
    return (
      <Blank title={locale.text('nothingInWindow')} text={locale.text('nothingInWindowText', { n: summary.items })}>
        <button type="button" class="button" onClick={() => act.fit()}>{locale.text('fit')}</button>
      </Blank>
    );
  }
  return (
    <Blank title={locale.text('nothingMatches')} text={locale.text('nothingMatchesText')}>
      {FACETS.filter(({ key }) => filter[key]?.length).map(({ key, title }) => (
        <button type="button" class="chip active" key={key} onClick={() => act.lift(key)}>{locale.text(title)} ×</button>
      ))}
      {tokens(state).map(({ label, keys }) => (
        <button type="button" class="chip active" key={label} onClick={() => act.lift(...keys)}>{label} ×</button>
      ))}
    </Blank>
  );
}

function Blank({ title, text, children }: { title: string; text: string; children?: preact.ComponentChildren }) {
  return (
    <div class="blank">
      <h2>{title}</h2>
      <p>{text}</p>
      <div class="remedies">{children}</div>
    </div>
  );
}

// The report's text as it came, with one sentence marked. Text nodes only: whatever the text holds stays text.
import { useEffect, useRef } from 'preact/hooks';
import type { Span } from '../../engine/data.ts';
import type { Actions } from '../actions.ts';
import type { SourceText } from '../source.ts';
import type { State } from '../state.ts';
import { BackIcon } from './icons.tsx';

/** Characters shown before and after the marked sentence; a long text is not laid out whole. */
const AROUND = 60_000;

interface Props {
  source: SourceText;
  span: Span;
  state: State;
  act: Actions;
}

export function ReportView({ source, span, state: { locale, loaded }, act }: Props) {
  const mark = useRef<HTMLElement>(null);
  const { text } = source;
  const { start, end } = source.range(span);
  const [first, last] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const stop = Math.min(end, start + AROUND);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
    mark.current?.focus({ preventScroll: true });
  }, [start, end]);
  return (
    <section class="report" part="report" aria-label={locale.text('reportText')}>
      <header>
        <button type="button" class="link back" onClick={() => act.exploration.read(null)}><BackIcon /> {locale.text('backToPicture')}</button>
        {(first > 0 || last < text.length || stop < end) && <small>{locale.text('textCut')}</small>}
      </header>
      <div class="report-text" lang={loaded?.report.language} tabIndex={0}>
        {text.slice(first, start)}
        <mark ref={mark} tabIndex={-1}>{text.slice(start, stop)}</mark>
        {stop === end && text.slice(end, last)}
      </div>
    </section>
  );
}

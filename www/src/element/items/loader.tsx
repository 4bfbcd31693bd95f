// How far a load of items is: how many, how fast, how long still; and how to stop it.
//
// While something is shown already, stopping asks whether to keep it.
import { useState } from 'preact/hooks';
import type { Progress } from '../../engine/protocol.ts';
import type { Locale, Values } from '../../i18n/locale.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { LOAD_WORDS, type LoadKey } from './messages.ts';

type Say = (key: LoadKey, values?: Values) => string;

const UNITS = ['B', 'kB', 'MB', 'GB'];
/** From so many seconds they are told in minutes. */
const MINUTES_FROM = 90;
/** How long a load runs before it is told how long it still may, in ms: the first guesses are wild. */
const TOLD_FROM = 0.02;

export function ItemLoader({ state: { progress, locale }, act }: { state: State; act: Actions }) {
  const [asking, ask] = useState(false);
  const say: Say = (key, values) => locale.fill((LOAD_WORDS[locale.language] ?? LOAD_WORDS.en as never)[key], values);
  const streaming = (progress?.shown ?? 0) > 0;
  const { session } = act;
  const items = progress?.items ?? 0;
  return (
    <div class={`blank loading items-loading ${streaming ? 'streaming' : ''}`} part="loading" role="status">
      <p>{progress ? words(progress, say) : say('fetching')}</p>
      <progress max={progress?.total || 1} value={progress ? filled(progress) : 0} aria-label={say('reading')} />
      <small>{progress && details(progress, locale, say)}</small>
      {!streaming && <button type="button" class="button" onClick={() => session.cancel()}>{locale.text('cancel')}</button>}
      {streaming && !asking && <button type="button" class="button" onClick={() => ask(true)}>{say('stop')}</button>}
      {streaming && asking && (
        <div class="remedies" role="group" aria-label={say('stopAsk')}>
          <button type="button" class="button primary" ref={(button) => button?.focus()} onClick={() => session.keep()}>{say('keep', { n: items })}</button>
          <button type="button" class="button" onClick={() => session.cancel()}>{say('drop')}</button>
          <button type="button" class="button" onClick={() => ask(false)}>{say('goOn')}</button>
        </div>
      )}
    </div>
  );
}

function words({ phase, total, items }: Progress, say: Say): string {
  if (phase === 'fetch') return say('fetching');
  return phase === 'index' ? say('showing', { n: items ?? total }) : say('reading');
}

/** How far the bar is: full while items are put in order. A bar that moves by itself would take time from the load. */
function filled({ phase, done, total }: Progress): number {
  return phase === 'index' ? total || 1 : done;
}

function details({ phase, done, total, items, rate, left }: Progress, locale: Locale, say: Say): string {
  if (phase === 'index' || total === 0) return '';
  const size = (bytes: number) => bytesText(bytes, locale.tag);
  return [
    items ? say('items', { n: items }) : '',
    phase === 'read' ? say('bytes', { done: size(done), total: size(total) }) : '',
    rate ? say('rate', { rate: size(rate) }) : '',
    left !== undefined && done > total * TOLD_FROM ? say('left', { time: time(left, say) }) : '',
  ].filter(Boolean).join(' · ');
}

function time(seconds: number, say: Say): string {
  if (seconds >= MINUTES_FROM) return say('minutes', { n: Math.round(seconds / 60) });
  return say('seconds', { n: Math.max(1, Math.round(seconds)) });
}

function bytesText(bytes: number, tag: string): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** unit;
  return `${new Intl.NumberFormat(tag, { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 }).format(value)} ${UNITS[unit]}`;
}

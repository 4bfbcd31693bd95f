// A line under the picture: what is shown and what is not, and the rule that years follow.
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { Remarks } from './remarks.tsx';
import { instant } from './words.ts';

interface Props {
  state: State;
  act: Actions;
}

export function Foot({ state, act }: Props) {
  const { loaded, summary, frame, room } = state;
  if (!loaded || !summary) return null;
  const narrow = room === 'narrow';
  const parts = (narrow ? [dated(state), corrected(state)] : [dated(state), stateMedia(state), corrected(state), act.session.source ? years(state) : '']).filter(Boolean);
  return (
    <div class="foot" part="foot" style={{ paddingInlineStart: narrow ? '' : `${frame?.plot.x ?? 0}px` }}>
      <p>{parts.join(' · ')}</p>
      <Remarks state={state} act={act} />
    </div>
  );
}

function dated({ summary, locale, loaded, axis }: State): string {
  if (!summary || !loaded) return '';
  const { items, dated, undated } = summary;
  if (items === 0) return locale.text('footNothing');
  if (undated === 0) return locale.text('footAllDated', { n: items });
  const shown = locale.text('footDated', { dated, items });
  if (axis === 'mentioned') return `${shown} · ${locale.text('footNotMentioned', { n: undated })}`;
  const kinds = Object.entries(summary.kinds);
  const lists = kinds.filter(([kind]) => UNDATED_KINDS.has(kind)).map(([kind, n]) => `${n} ${locale.kind(kind, n)}`);
  const told = kinds.reduce((sum, [kind, n]) => (UNDATED_KINDS.has(kind) ? sum + n : sum), 0) === undated;
  const rest = told ? locale.text('footUndated', { n: undated, kinds: lists.join(', ') }) : locale.text('noDate', { n: undated });
  return `${shown} · ${told ? rest : rest.toLowerCase()}`;
}

/** Kinds that have no date by their form. */
const UNDATED_KINDS = new Set(['action', 'reading']);

function stateMedia({ summary, locale, loaded }: State): string {
  if (!summary || !loaded || summary.stateMedia.of === 0) return '';
  const { items: n, of, share } = summary.stateMedia;
  const limit = loaded.report.state_media.stated_limit;
  if (n === 0 && limit === null) return '';
  const values = { n, of, share: locale.percent(share) };
  return limit === null
    ? locale.text('footStateMedia', values)
    : locale.text('footStateMediaLimit', { ...values, limit: locale.percent(limit) });
}

function corrected({ coding: { corrections }, unmatched, locale }: State): string {
  const n = corrections.length - unmatched.length;
  return n > 0 ? locale.text('footCorrected', { n }) : '';
}

function years({ locale, loaded }: State): string {
  const reference = loaded?.report.reference_date;
  if (!reference) return locale.text('footNoReference');
  return locale.text('footYears', { date: locale.day(instant(reference.date)) });
}

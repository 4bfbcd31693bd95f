// The row above the picture: what is in view, what is filtered, how many items that leaves, and the zoom.
import type { Filter } from '../../engine/data.ts';
import type { Actions } from '../actions.ts';
import { ZOOM_STEP } from '../keyboard.ts';
import type { State } from '../state.ts';
import { AxisSwitch } from './axis-switch.tsx';
import { FacetChip } from './facet-chip.tsx';
import { FACETS } from './facets.ts';
import { FitIcon, MinusIcon, PlusIcon } from './icons.tsx';
import { WindowChip } from './window-chip.tsx';

interface Props {
  state: State;
  act: Actions;
}

export function Toolbar({ state, act }: Props) {
  const { locale, summary, filter, room } = state;
  const filtered = Object.keys(filter).length > 0;
  return (
    <div class="bar" part="toolbar" role="group" aria-label={locale.text('filters')}>
      <div class="chips">
        <WindowChip state={state} act={act} />
        {FACETS.map((facet) => <FacetChip key={facet.key} facet={facet} state={state} act={act} />)}
        {tokens(state).map(({ label, keys }) => (
          <button type="button" class="chip active" key={label} aria-label={locale.text('remove', { label })} onClick={() => act.lift(...keys)}>
            {label} <span aria-hidden="true">×</span>
          </button>
        ))}
        {summary && <span class="shown">{locale.text('shown', { n: summary.shown })}</span>}
        {filtered && <button type="button" class="link" onClick={() => act.liftAll()}>{locale.text('clearFilters')}</button>}
      </div>
      {act.session.source && <AxisSwitch state={state} act={act} />}
      {room !== 'narrow' && <Zoom state={state} act={act} />}
    </div>
  );
}

function Zoom({ state: { locale }, act }: Props) {
  const button = (label: string, icon: preact.JSX.Element, click: () => void) => (
    <button type="button" class="button icon" part="button" title={label} aria-label={label} onClick={click}>{icon}</button>
  );
  return (
    <div class="zoom" role="group">
      {button(locale.text('zoomOut'), <MinusIcon />, () => act.zoom(1 / ZOOM_STEP))}
      {button(locale.text('zoomIn'), <PlusIcon />, () => act.zoom(ZOOM_STEP))}
      {button(locale.text('fit'), <FitIcon />, () => act.fit())}
    </div>
  );
}

/** The parts of the filter that have no chip of their own, in words. */
export function tokens({ filter, locale }: State): { label: string; keys: (keyof Filter)[] }[] {
  const found: { label: string; keys: (keyof Filter)[] }[] = [];
  const { start, end, text, stateMedia } = filter;
  if (start !== undefined || end !== undefined) {
    const range =
      start !== undefined && end !== undefined
        ? locale.range(start, end)
        : start !== undefined ? `${locale.day(start)} –` : `– ${locale.day((end as number) - 1)}`;
    found.push({ label: locale.text('onlyDates', { range }), keys: ['from', 'to'] });
  }
  if (text?.trim()) found.push({ label: locale.text('onlyText', { text: short(text.trim()) }), keys: ['text'] });
  if (stateMedia !== undefined) {
    found.push({ label: locale.text(stateMedia ? 'onlyStateMedia' : 'noStateMedia'), keys: ['stateMedia'] });
  }
  return found;
}

/** Characters of a search that its chip shows. */
const MOST_SHOWN = 40;

/** A search as its chip shows it: cut, and without the quotes that the chip has itself. */
function short(text: string): string {
  const phrase = /^["“](.*?)["”]?$/.exec(text)?.[1] ?? text;
  return phrase.length > MOST_SHOWN ? `${phrase.slice(0, MOST_SHOWN)}…` : phrase;
}

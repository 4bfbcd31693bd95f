// What lies under the pointer, beside it: an item's words and why it stands where it stands, or what a click would do.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Frame, Target } from '../../engine/protocol.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { codes, dateWords, sourceWords } from './words.ts';

/** Between the mark and the tooltip, and to the border of the picture, in px. */
const GAP = 12;

interface Props {
  state: State;
  act: Actions;
}

export function Tooltip({ state, act }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { frame, quiet } = state;
  const target = frame?.hovered;
  useLayoutEffect(() => {
    if (box.current && frame?.anchor) place(box.current, frame, frame.anchor);
  });
  if (!target || target.type !== 'item' || quiet || !frame?.anchor) return null;
  return (
    <div ref={box} class="tooltip" part="tooltip" role="tooltip">
      <ItemWords target={target} state={state} act={act} />
    </div>
  );
}

function ItemWords({ target: { item }, state: { locale }, act }: Props & { target: Extract<Target, { type: 'item' }> }) {
  const { published } = item;
  const source = sourceWords(item);
  const inferred = published && published.basis !== 'explicit';
  return (
    <>
      <p class="tip-head">{[dateWords(published, locale), source].filter(Boolean).join(' · ')}</p>
      <p class="tip-text clamp" lang={item.language}>{item.text}</p>
      {inferred && <p class="tip-why">{published.why}</p>}
      <div class="meta">
        <span class="codes">{codes(item)}</span>
        <button type="button" class="link strong" onClick={() => act.showInReport(item)}>{locale.text('showInReport')}</button>
      </div>
    </>
  );
}

/** Above the mark where there is room, else below; never beyond the picture's sides. */
function place(box: HTMLElement, frame: Frame, [x, y]: [number, number]): void {
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.min(Math.max(x - width / 2, GAP), Math.max(frame.width - width - GAP, GAP));
  const top = y - height - GAP >= 0 ? y - height - GAP : y + GAP;
  box.style.setProperty('transform', `translate(${Math.round(left)}px, ${Math.round(top)}px)`);
}

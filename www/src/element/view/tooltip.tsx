// What lies under the pointer, beside it: an item's words and why it stands where it stands, or what a click would do.
//
// It stays a moment when the pointer leaves the mark, so that one can move into it and click there; Esc dismisses it.
import { Component, createRef } from 'preact';
import type { Frame, Target } from '../../engine/protocol.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { codes, headWords, placed } from './words.ts';

/** Between the mark and the tooltip, and to the border of the picture, in px. */
const GAP = 12;
/** How long it stays after the pointer left the mark, in ms. */
const GRACE_MS = 240;

interface Props {
  state: State;
  act: Actions;
}

/** A target that has a tooltip, and the place of what it is about. */
interface Tip {
  target: Target;
  at: [x: number, y: number];
}

export class Tooltip extends Component<Props, { tip: Tip | null }> {
  override state: { tip: Tip | null } = { tip: null };
  readonly #box = createRef<HTMLDivElement>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #entered = false;

  override componentDidMount(): void {
    this.#follow();
  }

  override componentDidUpdate(before: Props): void {
    const { frame, quiet } = this.props.state;
    if (before.state.frame !== frame || before.state.quiet !== quiet) this.#follow();
    const { tip } = this.state;
    if (this.#box.current && tip && frame) place(this.#box.current, frame, tip.at);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  /** Shows the newest at once, and takes the last away after a moment. */
  #follow(): void {
    const { state, act } = this.props;
    const tip = tipOf(state, act.exploration.pointer);
    if (tip || state.quiet) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      if (tip !== this.state.tip) this.setState({ tip });
    } else if (this.state.tip && this.#timer === undefined && !this.#entered) {
      this.#hideSoon();
    }
  }

  #hideSoon(): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.setState({ tip: null });
    }, GRACE_MS);
  }

  #enter = (): void => {
    this.#entered = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  };

  #leave = (): void => {
    this.#entered = false;
    this.#hideSoon();
  };

  override render() {
    const { state, act } = this.props;
    const { tip } = this.state;
    if (!tip) return null;
    const { target } = tip;
    const words = target.type === 'item' ? <ItemWords target={target} state={state} act={act} /> : <Words target={target} state={state} />;
    return (
      <div ref={this.#box} class={target.type === 'item' ? 'tooltip' : 'tooltip small'} part="tooltip" role="tooltip" onPointerEnter={this.#enter} onPointerLeave={this.#leave}>
        {words}
      </div>
    );
  }
}

const WITH_WORDS = new Set<Target['type']>(['cell', 'stack', 'lane', 'country']);

function tipOf({ frame, quiet }: State, pointer: { x: number; y: number } | null): Tip | null {
  const target = frame?.hovered;
  if (!target || quiet) return null;
  if (target.type === 'item') return frame.anchor && { target, at: frame.anchor };
  return pointer && WITH_WORDS.has(target.type) ? { target, at: [pointer.x, pointer.y] } : null;
}

function ItemWords({ target: { item }, state: { locale, axis }, act }: Props & { target: Extract<Target, { type: 'item' }> }) {
  const date = placed(item, axis);
  return (
    <>
      <p class="tip-head">{headWords(item, axis, locale)}</p>
      <p class="tip-text clamp" lang={item.language}>{item.text}</p>
      {date && date.basis !== 'explicit' && <p class="tip-why">{locale.told(date.why)}</p>}
      <div class="meta">
        <span class="codes">{codes(item)}</span>
        <button type="button" class="link strong" onClick={() => act.showInReport(item)}>{locale.text('showInReport')}</button>
      </div>
    </>
  );
}

/** What it is, how many items it stands for, and what a click would do. */
function Words({ target, state: { locale } }: { target: Target; state: State }) {
  if (!('items' in target)) return null;
  const name = 'code' in target ? locale.country(target.code, target.name) : 'title' in target ? target.title : '';
  const time = 'start' in target ? locale.range(target.start, target.end) : '';
  return (
    <>
      <p class="tip-head">{[name, time].filter(Boolean).join(' · ')}</p>
      <p class="tip-why">{locale.text('itemsHere', { n: target.items })} · {locale.text(target.type === 'stack' ? 'clickToOpen' : 'clickToFilter')}</p>
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

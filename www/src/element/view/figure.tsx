// The picture with what lies over it: tooltip, handles of the overview, the hint for the wheel.
import { Component, createRef } from 'preact';
import { isoDay, DAY_MS } from '../../engine/civil.ts';
import type { Frame } from '../../engine/protocol.ts';
import type { Actions } from '../actions.ts';
import { handleKey } from '../keyboard.ts';
import { PointerControl } from '../pointer.ts';
import type { State } from '../state.ts';
import { Tooltip } from './tooltip.tsx';

/** How long the hint for the wheel stays, in ms. */
const HINT_MS = 1600;
/** Days that an arrow key moves a handle of the overview. */
const HANDLE_DAYS = 1;

interface Props {
  state: State;
  act: Actions;
  /** Called with the element that holds the canvas. */
  place: (place: HTMLElement | null) => void;
}

export class Figure extends Component<Props, { hint: boolean }> {
  readonly #figure = createRef<HTMLDivElement>();
  #listening: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount(): void {
    const figure = this.#figure.current;
    if (!figure) return;
    this.#listening = new AbortController();
    new PointerControl(figure, this.props.act.exploration, () => this.#hint()).listen(this.#listening.signal);
  }

  override componentWillUnmount(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
  }

  #hint(): void {
    this.setState({ hint: true });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.setState({ hint: false }), HINT_MS);
  }

  #key = (event: KeyboardEvent): void => {
    const width = this.props.state.frame?.plot.width ?? 0;
    if (event.target === this.#figure.current && handleKey(event, width, this.props.act)) event.preventDefault();
  };

  #cursor(): string {
    const type = this.props.state.frame?.hovered?.type;
    if (type === 'windowStart' || type === 'windowEnd') return 'figure sideways';
    if (type === 'plot' || type === 'window' || !type) return 'figure movable';
    return type === 'overview' ? 'figure crosshair' : 'figure clickable';
  }

  override render({ state, act, place }: Props, { hint }: { hint: boolean }) {
    const { frame, locale } = state;
    return (
      <div ref={this.#figure} class={this.#cursor()} part="figure" role="application" tabIndex={0} aria-roledescription={locale.text('timeline')}
        aria-label={[frame?.title && `${frame.title}.`, frame?.description, locale.text('figureHelp')].filter(Boolean).join(' ')} onKeyDown={this.#key}>
        <div class="surface" ref={place} />
        {frame?.height === 0 && state.summary?.items !== 0 && <p class="blank">{locale.text(state.axis === 'mentioned' ? 'noDatesInText' : 'noDatesText')}</p>}
        {frame && frame.brush.height > 0 && <Handles frame={frame} state={state} act={act} />}
        <Tooltip state={state} act={act} />
        {hint && <p class="hint">{locale.text('wheelHint')}</p>}
      </div>
    );
  }
}

/** The two ends of the window in the overview, as sliders: dragged on the canvas, moved by keys here. */
function Handles({ frame: { brush, window, extent }, state: { locale }, act }: { frame: Frame; state: State; act: Actions }) {
  const move = (part: 'start' | 'end') => (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 7, PageDown: -7 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const moved = { start: window.start, end: window.end };
    moved[part] += step * HANDLE_DAYS * DAY_MS;
    if (moved.end - moved.start >= DAY_MS) act.exploration.setWindow(moved.start, moved.end, true);
  };
  const handle = (part: 'start' | 'end', x: number, ms: number, label: string) => (
    <div class="handle" role="slider" tabIndex={0} aria-label={label} aria-orientation="horizontal"
      aria-valuemin={Math.min(extent.start, window.start) / DAY_MS} aria-valuemax={Math.max(extent.end, window.end) / DAY_MS}
      aria-valuenow={Math.round(ms / DAY_MS)} aria-valuetext={isoDay(ms)} onKeyDown={move(part)}
      style={{ left: `${x}px`, top: `${brush.y}px`, height: `${brush.height}px` }} />
  );
  return (
    <>
      {handle('start', brush.x, window.start, locale.text('windowStart'))}
      {handle('end', brush.x + brush.width, window.end - 1, locale.text('windowEnd'))}
    </>
  );
}

// What an engine measures and draws with: a 2d context, and a display list played on it.
//
// The list is one call a picture: a call for each of thousands of marks would cost more than the drawing. Its steps are
// named in `crate/wasm/src/display_list.rs`.
import type { Pen } from '../wasm/dateline_reports/dateline_reports.js';
import { context2d, newCanvas, type AnyContext } from './surface.ts';

const ALIGNS: CanvasTextAlign[] = ['left', 'center', 'right'];
const BASELINES: CanvasTextBaseline[] = ['top', 'middle', 'alphabetic'];

/** `#rrggbbaa`. */
const css = (color: number) => `#${(color >>> 0).toString(16).padStart(8, '0')}`;

export class CanvasPen implements Pen {
  constructor(private readonly context: AnyContext) {}

  measure(text: string, font: string): TextMetrics {
    this.context.font = font;
    return this.context.measureText(text);
  }

  play(scale: number, width: number, height: number, steps: Int32Array, words: string): void {
    const { context } = this;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    playList(context, steps, words.split('\n'));
  }
}

/** A pen to measure with, that nothing is drawn with. */
export function unseen(): CanvasPen {
  return new CanvasPen(context2d(newCanvas(1, 1)));
}

/** Plays a list, of which `words` are the fonts and texts. */
function playList(context: AnyContext, steps: Int32Array, words: string[]): void {
  let [at, word] = [0, 0];
  const next = () => steps[at++] ?? 0;
  const line = () => words[word++] ?? '';
  const trace = () => {
    context.beginPath();
    for (let left = next(); left > 0; left -= 1) context.lineTo(next(), next());
  };
  const round = () => {
    context.beginPath();
    context.arc(next(), next(), next(), 0, 2 * Math.PI);
  };
  /** By the number of the step. */
  const play = [
    () => (context.fillStyle = css(next())),
    () => {
      context.strokeStyle = css(next());
      context.lineWidth = next();
    },
    () => {
      context.font = line();
      context.textAlign = ALIGNS[next()] ?? 'left';
      context.textBaseline = BASELINES[next()] ?? 'middle';
    },
    () => context.fillRect(next(), next(), next(), next()),
    () => (trace(), context.fill()),
    () => (trace(), context.stroke()),
    () => (round(), context.fill()),
    () => (round(), context.stroke()),
    () => context.fillText(line(), next(), next()),
  ];
  while (at < steps.length) play[next()]?.();
}

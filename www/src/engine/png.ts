// The exported picture as PNG: the engine's scene on a canvas of its own, in the bundled font.
//
// The font is fetched only here, from beside the script, so that file and picture agree on every machine.
import bold from '../../../assets/fonts/Inter-Bold.woff2?url';
import italic from '../../../assets/fonts/Inter-Italic.woff2?url';
import regular from '../../../assets/fonts/Inter-Regular.woff2?url';
import type { Exploring } from './host.ts';
import { CanvasPen } from './pen.ts';
import type { Problem } from './problem.ts';
import type { ImageOptions } from './protocol.ts';
import { newCanvas, pngOf, type AnyContext } from './surface.ts';

/** Not `Inter`: an installed one of another version must not take its place. */
const FAMILY = 'Dateline Inter';
const FALLBACK = `"${FAMILY}", Inter, system-ui, sans-serif`;

const FACES: [file: string, FontFaceDescriptors][] = [
  [regular, {}],
  [bold, { weight: '600 700' }],
  [italic, { style: 'italic' }],
];

let loading: Promise<void> | undefined;

/** Loads the bundled font once. A page that forbids fonts gets the picture in its own. */
function loadFont(): Promise<void> {
  const fonts = (globalThis as unknown as { fonts?: FontFaceSet }).fonts ?? document.fonts;
  loading ??= Promise.all(
    FACES.map(async ([file, face]) => {
      const address = new URL(file, import.meta.url).href;
      fonts.add(await new FontFace(FAMILY, `url("${address}")`, face).load());
    }),
  ).then(
    () => undefined,
    () => undefined,
  );
  return loading;
}

/** The picture as a PNG file of exactly the size asked for. Throws `bad-option`, `bad-size` or `export-failed`. */
export async function exportPng(engine: Exploring, options: ImageOptions): Promise<Blob> {
  const [width, height] = engine.exportSize(options) as [number, number];
  await loadFont();
  const canvas = newCanvas(width, height);
  const context = canvas.getContext('2d') as AnyContext | null;
  if (!context) throw failed();
  engine.exportDraw(new CanvasPen(context), options, FALLBACK);
  const blob = await pngOf(canvas).catch(() => null);
  if (!blob) throw failed();
  return blob;
}

function failed(): Problem {
  return {
    code: 'export-failed',
    message: 'The browser could not make a picture of this size.',
    fix: 'Ask for a smaller width, height or scale, or for SVG.',
  };
}

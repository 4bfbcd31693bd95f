// The canvas of the pages that draw by hand.

export const WIDTH = 1440;
export const HEIGHT = 900;

export function context(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  document.querySelector('#chart')?.append(canvas);
  const drawing = canvas.getContext('2d', { alpha: false });
  if (!drawing) throw new Error('this browser gives no canvas');
  return drawing;
}

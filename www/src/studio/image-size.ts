// The sizes of exported images, in pixels before scaling.

export interface Size {
  width: number;
  height: number;
}

export type Preset = 'landscape' | 'social' | 'column';

export const PRESETS: Record<Preset, Size> = {
  landscape: { width: 1600, height: 900 },
  social: { width: 1200, height: 675 },
  column: { width: 600, height: 800 },
};

/** Smaller is no picture any more, larger cannot be drawn at scale 4. */
export const MIN_SIDE = 200;
export const MAX_SIDE = 4000;

/** A side as a person wrote it, within the limits. */
export function side(written: number, otherwise: number): number {
  if (!Number.isFinite(written) || written <= 0) return otherwise;
  return Math.round(Math.min(MAX_SIDE, Math.max(MIN_SIDE, written)));
}

/** A count of bytes as people read it. */
export function bytes(count: number, locale: string): string {
  const [unit, divisor] = count >= 1_000_000 ? ['MB', 1_000_000] : count >= 1000 ? ['KB', 1000] : ['B', 1];
  const digits = Number(divisor) > 1 && count / Number(divisor) < 10 ? 1 : 0;
  return `${(count / Number(divisor)).toLocaleString(locale, { maximumFractionDigits: digits })} ${unit}`;
}

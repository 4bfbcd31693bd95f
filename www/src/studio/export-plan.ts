// What is to be exported: the choices of the dialog, what they mean to the viewer, and the name of the file.
import type { ImageOptions } from '../engine/protocol.ts';
import { exportName, slug, stem } from './file-name.ts';
import { PRESETS, side, type Preset, type Size } from './image-size.ts';
import type { Viewer } from './viewer.ts';

export interface ImagePlan {
  chart: 'both' | 'timeline' | 'countries';
  format: 'png' | 'svg';
  preset: Preset | 'custom';
  custom: Size;
  scale: number;
  theme: 'light' | 'dark';
  range: 'window' | 'all';
  title: string;
}

export interface DataPlan {
  format: 'csv' | 'json';
  scope: 'filtered' | 'all';
}

export const FIRST_IMAGE: ImagePlan = {
  chart: 'both',
  format: 'png',
  preset: 'landscape',
  custom: PRESETS.landscape,
  scale: 2,
  theme: 'light',
  range: 'window',
  title: '',
};

export const FIRST_DATA: DataPlan = { format: 'csv', scope: 'filtered' };

/** Width and height before scaling. */
export function sizeOf({ preset, custom }: ImagePlan): Size {
  if (preset !== 'custom') return PRESETS[preset];
  return { width: side(custom.width, PRESETS.landscape.width), height: side(custom.height, PRESETS.landscape.height) };
}

/** The options of `exportImage`. */
export function imageOptions(plan: ImagePlan, scale = plan.scale): ImageOptions {
  const { chart, format, theme, range, title } = plan;
  const shared = { chart, format, theme, range, ...sizeOf(plan), ...(title.trim() && { title: title.trim() }) };
  return format === 'png' ? { ...shared, scale } : shared;
}

export function imageName(plan: ImagePlan, name: string, viewer: Viewer): string {
  const window = plan.range === 'window' ? viewer.window : null;
  const days = window ? { from: dayOf(window.start), to: dayOf(window.end - 1) } : covered(viewer);
  return exportName({ document: name, view: plan.chart, ...days, extension: plan.format });
}

export function dataName(plan: DataPlan, name: string, viewer: Viewer): string {
  const { summary } = viewer;
  const days = plan.scope === 'filtered' ? { from: summary?.first, to: summary?.last } : covered(viewer);
  return exportName({ document: name, view: 'items', ...days, extension: plan.format });
}

/** The name of the report's text, as an embedding page would have it. */
export function textName(name: string, fileName: string): string {
  return `${slug(stem(fileName) || name)}.txt`;
}

/** The days of all that is published in the report. */
function covered({ report }: Viewer): { from?: string; to?: string } {
  const coverage = report?.coverage;
  return coverage ? { from: dayOf(Date.parse(coverage.start)), to: dayOf(Date.parse(coverage.end) - 1) } : {};
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

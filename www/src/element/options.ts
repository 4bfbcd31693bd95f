// The options of the element's methods: what each may be. What is not listed is not judged.
import type { Shape } from '../engine/shape.ts';

export const LOAD: Shape = { name: 'text', referenceDate: 'text', dateOrder: 'text', format: 'text', copy: 'flag', signal: 'signal' };

export const IMAGE: Shape = {
  chart: 'text',
  format: 'text',
  width: 'number',
  height: 'number',
  scale: 'number',
  theme: 'text',
  range: 'text',
  title: 'text',
  note: 'text',
  lang: 'text',
  transparent: 'flag',
};

export const DATA: Shape = { format: 'text', scope: 'text' };

export const WINDOW: Shape = { from: 'any', to: 'any', start: 'number', end: 'number' };

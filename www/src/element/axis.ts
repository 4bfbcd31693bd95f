// Which of its dates places an item, as an attribute says it.
import type { Axis } from '../engine/data.ts';
import { DatelineError } from '../engine/problem.ts';

export const AXES = ['published', 'mentioned'] as const satisfies Axis[];

/** The axis of that name, the usual one where none is named. Throws `bad-option`. */
export function axisOf(name: string | null): Axis {
  if (!name) return 'published';
  const axis = AXES.find((known) => known === name);
  if (axis) return axis;
  const message = `\`${name.slice(0, 40)}\` is not a choice of \`axis\`.`;
  throw new DatelineError({ code: 'bad-option', message, fix: `Write one of: ${AXES.join(', ')}.` });
}

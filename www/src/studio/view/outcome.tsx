// What came of a press of a button, beside it: done, or what went wrong and the remedy.
import type { Problem } from '../../engine/problem.ts';
import type { StudioLocale } from '../../i18n/studio-locale.ts';

export type Result = { done: string } | { problem: Problem } | null;

export function Outcome({ result, locale }: { result: Result; locale: StudioLocale }) {
  return (
    <p class="small outcome" role="status">
      {result && ('done' in result ? result.done : `${locale.told(result.problem.message)} ${locale.told(result.problem.fix)}`)}
    </p>
  );
}

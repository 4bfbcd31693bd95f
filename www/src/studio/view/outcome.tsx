// What came of a press of a button, beside it: done, or what went wrong and the remedy.
import type { Problem } from '../../engine/problem.ts';

export type Result = { done: string } | { problem: Problem } | null;

export function Outcome({ result }: { result: Result }) {
  return (
    <p class="small outcome" role="status">
      {result && ('done' in result ? result.done : <span lang="en">{result.problem.message} {result.problem.fix}</span>)}
    </p>
  );
}

// The choices of a dialog. Two changes of one turn add up, and a press of Enter in a field sees the field's change.
import { useRef, useState } from 'preact/hooks';

interface Plan<Choices> {
  /** As shown. */
  plan: Choices;
  /** As chosen, also before it is shown. */
  newest: () => Choices;
  change: (changed: Partial<Choices>) => void;
}

/** `remember` is told of every change. */
export function usePlan<Choices extends object>(first: Choices, remember: (plan: Choices) => void): Plan<Choices> {
  const [plan, setPlan] = useState(first);
  const chosen = useRef(plan);
  const change = (changed: Partial<Choices>) => {
    chosen.current = { ...chosen.current, ...changed };
    remember(chosen.current);
    setPlan(chosen.current);
  };
  return { plan, newest: () => chosen.current, change };
}

// A choice of a few, side by side: radio buttons, so that arrow keys and screen readers know them.
import { useName } from './use-name.ts';

interface Props<Value extends string | number> {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  choose: (value: Value) => void;
  disabled?: boolean;
}

export function Segmented<Value extends string | number>({ label, value, options, choose, disabled }: Props<Value>) {
  const name = useName();
  return (
    <fieldset class="choice" disabled={disabled}>
      <legend>{label}</legend>
      <div class="segments">
        {options.map((option) => (
          <label class="segment" key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => choose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

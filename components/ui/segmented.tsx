import type { LucideIcon } from "lucide-react";
import { useId } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export interface SegmentedProps<V extends string> {
  label: string;
  labelHidden?: boolean;
  options: readonly { value: V; label: string; icon?: LucideIcon }[];
  value: V;
  onChange: (value: V) => void;
}

/** Two to four choices side by side; radio buttons underneath, so arrows move. */
export function Segmented<V extends string>({ label, labelHidden, options, value, onChange }: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={labelHidden ? "sr-only" : "mb-1 font-medium"}>{label}</legend>
      <div className="flex w-fit max-w-full flex-wrap rounded border border-edge bg-sheet p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "relative flex min-h-9 items-center gap-2 rounded px-3 transition-colors hover:bg-well",
              "has-checked:bg-accent-tint has-checked:font-medium has-checked:text-accent",
              "has-focus-visible:outline-2 has-focus-visible:outline-focus",
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon && <Icon of={option.icon} />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

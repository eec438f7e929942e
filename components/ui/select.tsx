import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL, Field, type FieldWords } from "./field";
import { Icon } from "./icon";

export interface SelectProps extends FieldWords, Omit<ComponentProps<"select">, "id" | "size" | "children"> {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** A first line that chooses nothing. */
  placeholder?: string;
}

/** The browser's own list: it already speaks, types ahead and fits a phone. */
export function Select({ label, hint, error, optional, labelHidden, options, placeholder, className, ...rest }: SelectProps) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden }}>
      {(ties) => (
        <span className="relative flex">
          <select {...rest} {...ties} className={classNames(CONTROL, "min-h-10 appearance-none pe-10", className)}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <span className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-ink-soft">
            <Icon of={ChevronDown} />
          </span>
        </span>
      )}
    </Field>
  );
}

import { useId, type ComponentProps, type ReactNode } from "react";

export interface SwitchProps extends Omit<ComponentProps<"input">, "type" | "role" | "id" | "size"> {
  label: string;
  hint?: ReactNode;
}

/** On or off, at once: for what takes effect without a "save". */
export function Switch({ label, hint, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <label className="flex min-h-10 items-center gap-3 py-1">
      <input
        {...rest}
        type="checkbox"
        role="switch"
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-6 w-10 shrink-0 appearance-none rounded-full border border-edge bg-well transition-colors before:absolute before:top-0.75 before:left-0.75 before:size-4 before:rounded-full before:bg-ink-soft before:transition-transform checked:border-transparent checked:bg-accent-fill checked:before:translate-x-4 checked:before:bg-on-accent disabled:opacity-50"
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="block text-table text-ink-soft">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

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
        className="border-edge bg-well before:bg-ink-soft checked:bg-accent-fill checked:before:bg-on-accent relative h-6 w-10 shrink-0 appearance-none rounded-full border transition-colors before:absolute before:top-0.75 before:left-0.75 before:size-4 before:rounded-full before:transition-transform checked:border-transparent checked:before:translate-x-4 disabled:opacity-50"
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="text-table text-ink-soft block">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

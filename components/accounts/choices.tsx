import { Checkbox } from "@/components/ui/checkbox";

export interface ChoicesProps<T extends string> {
  legend: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  hint?: string;
  error?: string | null;
}

/** Several of a few. */
export function Choices<T extends string>({ legend, options, chosen, onChange, hint, error }: ChoicesProps<T>) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-medium">{legend}</legend>
      {hint && <p className="text-table text-ink-soft">{hint}</p>}
      <div className="flex flex-wrap gap-x-6">
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))}
          />
        ))}
      </div>
      {error && (
        <p role="alert" className="text-table font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

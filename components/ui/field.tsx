import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";

export interface FieldWords {
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do; ties itself to the control. */
  error?: string | null;
  /** Says "facultatif": everything else is needed. */
  optional?: boolean;
  /** Keeps the label for screen readers only, where the place makes it plain to the eye. */
  labelHidden?: boolean;
}

/** What a control must carry to belong to its label, hint and error. */
export interface ControlTies {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** The look of whatever is typed in. */
export const CONTROL =
  "w-full rounded border border-edge bg-sheet px-3 py-2 text-desk text-ink transition-colors hover:border-ink-soft focus-visible:-outline-offset-1 [&[readonly]]:bg-well disabled:border-line disabled:bg-well disabled:text-ink-soft aria-invalid:border-danger";

/** Label, hint and error around one control. */
export function Field({
  label,
  hint,
  error,
  optional,
  labelHidden,
  children,
}: FieldWords & { children: (ties: ControlTies) => ReactNode }) {
  const t = useTranslations("common");
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "font-medium"}>
        {label}
        {optional && <span className="font-regular text-ink-soft"> ({t("optional")})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-table text-ink-soft">
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="text-table font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "size"> {
  label: string;
  labelHidden?: boolean;
}

/** One of several that may be chosen together. */
export function Checkbox({ label, labelHidden, className, ...rest }: CheckboxProps) {
  return (
    <label className={classNames("inline-flex min-h-10 items-center gap-2", labelHidden && "min-w-10 justify-center", className)}>
      <input {...rest} type="checkbox" className="size-5 shrink-0" />
      <span className={labelHidden ? "sr-only" : undefined}>{label}</span>
    </label>
  );
}

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL, Field, type FieldWords } from "./field";

export interface TextFieldProps extends FieldWords, Omit<ComponentProps<"input">, "id" | "size"> {
  size?: "desk" | "chat";
}

/** One line of text. */
export function TextField({ label, hint, error, optional, labelHidden, size = "desk", className, ...rest }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden }}>
      {(ties) => (
        <input {...rest} {...ties} className={classNames(CONTROL, size === "chat" ? "min-h-12" : "min-h-10", className)} />
      )}
    </Field>
  );
}

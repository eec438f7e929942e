import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL, Field, type FieldWords } from "./field";

export interface TextAreaProps extends FieldWords, Omit<ComponentProps<"textarea">, "id"> {}

/** Several lines; grows with what is written, up to a third of the window. */
export function TextArea({ label, hint, error, optional, labelHidden, className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden }}>
      {(ties) => (
        <textarea
          {...rest}
          {...ties}
          rows={rows}
          className={classNames(CONTROL, "field-sizing-content max-h-[33vh] min-h-18 resize-y", className)}
        />
      )}
    </Field>
  );
}

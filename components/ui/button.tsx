import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { classNames } from "./class-names";

export type ButtonKind = "primary" | "quiet" | "danger" | "note";
export type ButtonSize = "desk" | "chat";

const KINDS: Record<ButtonKind, string> = {
  primary: "border-transparent bg-accent-fill text-on-accent hover:bg-accent-fill-hover",
  quiet: "border-edge bg-sheet text-ink hover:bg-well",
  danger: "border-transparent bg-danger-fill text-on-danger hover:bg-danger-fill-hover",
  note: "border-transparent bg-note-fill text-on-note hover:bg-note-fill-hover",
};
const SIZES: Record<ButtonSize, string> = { desk: "min-h-10 px-4 text-desk", chat: "min-h-12 px-5 text-chat" };

/** The look of a button, for a link that is one. */
export function buttonClass(kind: ButtonKind = "quiet", size: ButtonSize = "desk"): string {
  return classNames(
    "relative inline-flex items-center justify-center gap-2 overflow-hidden rounded border py-1.5 text-center font-medium transition-colors",
    "disabled:border-line disabled:bg-well disabled:text-ink-soft",
    KINDS[kind],
    SIZES[size],
  );
}

export interface ButtonProps extends ComponentProps<"button"> {
  kind?: ButtonKind;
  size?: ButtonSize;
  /** What it started is under way: says so, ignores further presses, keeps its width and the focus. */
  pending?: boolean;
  icon?: ReactNode;
}

/** A button says what happens. */
export function Button({ kind, size, pending = false, icon, className, children, onClick, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => (pending ? event.preventDefault() : onClick?.(event));
  return (
    <button
      type="button"
      {...rest}
      {...(onClick || pending ? { onClick: press } : {})}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={classNames(buttonClass(kind, size), className)}
    >
      {icon}
      {children}
      {pending && (
        <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-0.5 overflow-hidden">
          <span className="block h-full w-2/5 animate-slide bg-current" />
        </span>
      )}
    </button>
  );
}

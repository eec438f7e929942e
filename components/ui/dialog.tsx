"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";

export type DialogShape = "center" | "wide" | "top" | "start" | "end";

const SHAPES: Record<DialogShape, string> = {
  center: "m-auto max-h-[calc(100dvh-2rem)] w-dialog max-w-[calc(100vw-2rem)] rounded border",
  wide: "m-auto max-h-[calc(100dvh-2rem)] w-[56rem] max-w-[calc(100vw-2rem)] rounded border",
  top: "mx-auto mt-[12vh] mb-auto max-h-[76vh] w-dialog max-w-[calc(100vw-2rem)] rounded border",
  start: "my-0 me-auto ms-0 h-dvh max-h-none w-drawer max-w-[calc(100vw-3rem)] border-e",
  end: "my-0 ms-auto me-0 h-dvh max-h-none w-drawer max-w-[calc(100vw-1.5rem)] border-s",
};
const FOCUSABLE = "[data-autofocus], input:not([type=hidden]), select, textarea, button, a[href]";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** `start` and `end` are drawers. */
  shape?: DialogShape;
  /** For a screen reader alone, where the content says it. */
  titleHidden?: boolean;
  /** Interrupts with a question that needs an answer. */
  alert?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}

/**
 * The browser's own modal dialog: it traps the focus, gives it back, and makes the rest inert. Focus goes to
 * `[data-autofocus]`, else to the first control of the content.
 */
export function Dialog({ open, onClose, title, shape = "center", titleHidden, alert, footer, children }: DialogProps) {
  const t = useTranslations("common");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const content = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (!open) return element.close();
    element.showModal();
    const wished = content.current?.querySelector<HTMLElement>("[data-autofocus]");
    const first = wished ?? content.current?.querySelector<HTMLElement>(FOCUSABLE);
    (first ?? element).focus();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      role={alert ? "alertdialog" : undefined}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => open && onClose()}
      onPointerDown={(event) => event.target === dialog.current && !alert && onClose()}
      className={classNames("overflow-hidden border-line bg-sheet p-0 text-ink shadow-float", SHAPES[shape])}
    >
      {open && (
        <div className={classNames("flex max-h-[inherit] flex-col", (shape === "start" || shape === "end") && "h-full")}>
          <header className={titleHidden ? "sr-only" : "flex items-center justify-between gap-3 py-2 ps-5 pe-2"}>
            <h2 id={`${id}-title`} className="text-chat">
              {title}
            </h2>
            {!titleHidden && <IconButton icon={X} label={t("close")} onClick={onClose} side="below" />}
          </header>
          <div ref={content} className={classNames("flex min-h-0 flex-1 flex-col")}>
            <div className={classNames("min-h-0 flex-1 overflow-y-auto", !titleHidden && "px-5 pt-1 pb-5")}>{children}</div>
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-sheet px-5 py-3">{footer}</footer>
            )}
          </div>
        </div>
      )}
    </dialog>
  );
}

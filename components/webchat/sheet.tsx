"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";
import { QuickExitButton } from "./quick-exit-button";
import { useWords } from "./words";

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  exitUrl: string;
  children: ReactNode;
  /** Buttons at the bottom; without any, one that closes. */
  footer?: ReactNode;
}

/**
 * The browser's own modal dialog, the whole screen on a phone. It carries the way out at the same place as the page below, which a
 * modal makes inert.
 */
export function Sheet({ open, onClose, title, exitUrl, children, footer }: Props) {
  const { options } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="bg-paper text-ink md:border-line md:shadow-float md:max-w-dialog h-dvh max-h-none w-full max-w-none flex-col p-0 open:flex md:m-auto md:h-auto md:max-h-[85dvh] md:rounded md:border"
    >
      <header className="border-line bg-sheet flex flex-row-reverse items-center gap-3 border-b px-3 py-2">
        <QuickExitButton href={exitUrl} />
        <h2 id={id} className="text-chat md:text-title min-w-0 flex-1">
          {title}
        </h2>
      </header>
      <div className="text-chat min-h-0 flex-1 overflow-y-auto p-4" tabIndex={0} role="group" aria-labelledby={id}>
        {children}
      </div>
      <footer className="border-line flex flex-col gap-2 border-t p-3">
        {footer ?? (
          <button
            type="button"
            onClick={onClose}
            className="border-edge bg-sheet text-chat hover:bg-well min-h-12 rounded border px-5 font-medium"
          >
            {options.close}
          </button>
        )}
      </footer>
    </dialog>
  );
}

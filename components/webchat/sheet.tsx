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
      onClose={() => open && onClose()}
      className="h-dvh max-h-none w-full max-w-none flex-col bg-paper p-0 text-ink open:flex md:m-auto md:h-auto md:max-h-[85dvh] md:max-w-dialog md:rounded md:border md:border-line md:shadow-float"
    >
      <div className="flex flex-row-reverse items-center gap-3 border-b border-line bg-sheet px-3 py-2">
        <QuickExitButton href={exitUrl} />
        <h2 id={id} className="min-w-0 flex-1 text-chat md:text-title">
          {title}
        </h2>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-4 text-chat" tabIndex={0} role="group" aria-labelledby={id}>
        {children}
      </div>
      <div className="flex flex-col gap-2 border-t border-line p-3">
        {footer ?? (
          <button
            type="button"
            onClick={onClose}
            className="min-h-12 rounded border border-edge bg-sheet px-5 text-chat font-medium hover:bg-well"
          >
            {options.close}
          </button>
        )}
      </div>
    </dialog>
  );
}

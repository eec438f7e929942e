"use client";
import { CircleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { closePopover, openPopover } from "./popover";

export interface Toast {
  text: string;
  tone?: "neutral" | "danger";
  action?: { label: string; run: () => void };
}
type Shown = Toast & { id: number };

const SHOWN_MS = 8000;
const NOTHING: readonly Shown[] = [];
let toasts: readonly Shown[] = NOTHING;
let nextId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Shown[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const dismiss = (id: number) => change(toasts.filter((toast) => toast.id !== id));

/** Tells the outcome of something just done. What went wrong stays until it is put away; the rest leaves by itself. */
export function showToast(toast: Toast): void {
  nextId += 1;
  change([...toasts.slice(-2), { ...toast, id: nextId }]);
}

/** Where toasts appear; once, in the root layout. */
export function ToastRegion() {
  const t = useTranslations("common");
  const region = useRef<HTMLElement>(null);
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NOTHING,
  );
  useEffect(() => {
    // Shown anew each time, so that it lies above whatever entered the top layer since.
    if (!region.current) return;
    closePopover(region.current);
    if (shown.length > 0) openPopover(region.current);
  }, [shown]);
  return (
    <section
      ref={region}
      popover="manual"
      aria-label={t("notifications")}
      className="fixed inset-x-4 top-auto bottom-26 m-0 mx-auto w-auto max-w-form flex-col gap-2 bg-transparent open:flex data-open:flex xl:bottom-12"
    >
      {shown.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastLine({ toast }: { toast: Shown }) {
  const t = useTranslations("common");
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.tone === "danger") return;
    const timer = setTimeout(() => dismiss(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <div
      role={toast.tone === "danger" ? "alert" : "status"}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={classNames(
        "flex items-center gap-2 rounded border bg-sheet py-1 ps-4 pe-1 text-ink shadow-float",
        toast.tone === "danger" ? "border-danger" : "border-line",
      )}
    >
      {toast.tone === "danger" && <Icon of={CircleAlert} className="shrink-0 text-danger" />}
      <p className="flex-1 py-1.5">{toast.text}</p>
      {toast.action && (
        <Button
          onClick={() => {
            dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon={X} label={t("dismiss")} onClick={() => dismiss(toast.id)} />
    </div>
  );
}

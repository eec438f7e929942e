"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "./banner";
import { Button, type ButtonKind } from "./button";
import { Dialog } from "./dialog";

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  /** What the button does, in words: "Clore la conversation", never "OK". */
  confirm: string;
  kind?: ButtonKind;
  pending?: boolean;
  /** Why it did not work, and what to do. */
  error?: string | null;
  children: ReactNode;
}

/** Asks before what cannot be taken back. The focus starts on the way out. */
export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  confirm,
  kind = "danger",
  pending,
  error,
  children,
}: ConfirmDialogProps) {
  const t = useTranslations("common");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      alert
      footer={
        <>
          <Button onClick={onClose} data-autofocus={kind === "danger" || undefined}>
            {t("cancel")}
          </Button>
          <Button kind={kind} pending={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="space-y-3">
        {children}
        {error && (
          <Banner tone="danger" announce="alert">
            {error}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";

interface ReasonDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  hint: string;
  /** What the button does, in words. */
  confirm: string;
  /** @returns whether it was done; otherwise the words stay */
  onConfirm: (reason: string) => Promise<boolean>;
}

/** For what is kept with its reason. */
export function ReasonDialog({ open, onClose, title, hint, confirm, onConfirm }: ReasonDialogProps) {
  const t = useTranslations();
  const [reason, setReason] = useState("");
  const [pending, setPending] = useState(false);
  const submit = async () => {
    setPending(true);
    const done = await onConfirm(reason);
    setPending(false);
    if (!done) return;
    setReason("");
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button kind="primary" pending={pending} disabled={reason.trim() === ""} onClick={() => void submit()}>
            {confirm}
          </Button>
        </>
      }
    >
      <TextArea
        label={t("desk.reason")}
        hint={hint}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { TAXONOMY } from "@/lib/contract/taxonomy";
import type { ThreadView } from "@/lib/contract/views";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { useDesk } from "./desk-context";
import { doorOf } from "./use-act";

/** Ends the conversation; how it ended is asked and never demanded: the form does not keep the child from leaving. */
export function CloseDialog({ open, onClose, thread }: { open: boolean; onClose: () => void; thread: ThreadView }) {
  const { act, select } = useDesk();
  const t = useTranslations();
  const locale = useLocale() === "en" ? "en" : "fr";
  const [outcome, setOutcome] = useState("");
  const [pending, setPending] = useState(false);
  const submit = async () => {
    setPending(true);
    const done = await act("POST", doorOf(thread.row.id, "closure"), outcome ? { outcome } : {});
    setPending(false);
    if (!done) return;
    onClose();
    select(null);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("desk.closeTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button kind="primary" pending={pending} onClick={() => void submit()}>
            {t("desk.actions.close")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{t("desk.closeText")}</p>
        <Select
          label={t("desk.outcome")}
          optional
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          placeholder={t("desk.noOutcome")}
          options={TAXONOMY.outcome.map((entry) => ({ value: entry.code, label: entry.labels[locale] }))}
        />
      </div>
    </Dialog>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { useDesk, useSupervises } from "./desk-context";

type Results = { results: { conversationId: string; ok: boolean }[] };

/** For supervisors: gives the chosen conversations to a person, or back to the queue, with a reason. */
export function ReassignBar() {
  const { chosen, clearChosen } = useDesk();
  const supervises = useSupervises();
  const t = useTranslations("desk.reassign");
  const [open, setOpen] = useState(false);
  if (!supervises || chosen.size === 0) return null;
  return (
    <div className="flex items-center gap-2 border-b border-line bg-accent-tint px-3 py-1.5">
      <span className="flex-1 font-medium text-accent">{t("chosen", { count: chosen.size })}</span>
      <Button onClick={clearChosen}>{t("clear")}</Button>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <ReassignDialog open={open} onClose={() => setOpen(false)} />
    </div>
  );
}

function ReassignDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { screen, chosen, clearChosen, act } = useDesk();
  const t = useTranslations("desk.reassign");
  const common = useTranslations("common");
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const people = screen.desk.colleagues.filter((colleague) => colleague.capacity > 0);
  const submit = async () => {
    const answer = await act<Results>("POST", "/api/assignments", { conversationIds: [...chosen], toUserId: to || null, reason });
    if (!answer) return;
    const failed = answer.results.filter((result) => !result.ok).length;
    showToast({ text: t("done", { count: answer.results.length - failed, failed }), tone: failed > 0 ? "danger" : "neutral" });
    clearChosen();
    setReason("");
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("title", { count: chosen.size })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button kind="primary" disabled={reason.trim() === ""} onClick={() => void submit()}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t("to")}
          value={to}
          onChange={(event) => setTo(event.target.value)}
          placeholder={t("queue")}
          options={people.map((person) => ({
            value: person.id,
            label: t("person", { name: person.name, load: person.load, capacity: person.capacity }),
          }))}
        />
        <TextArea label={t("reason")} hint={t("reasonHint")} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Dialog>
  );
}

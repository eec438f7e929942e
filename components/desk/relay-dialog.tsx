"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SKILLS, type Skill } from "@/lib/contract/roles";
import type { ThreadView } from "@/lib/contract/views";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { useDesk } from "./desk-context";
import { doorOf } from "./use-act";

interface ThreadDialogProps {
  open: boolean;
  onClose: () => void;
  thread: ThreadView;
}

/** Hands over with a written brief, so that the child never repeats; one stays until somebody has accepted. */
export function RelayDialog({ open, onClose, thread }: ThreadDialogProps) {
  const { screen, act } = useDesk();
  const t = useTranslations();
  const [target, setTarget] = useState("skill:psychological");
  const [brief, setBrief] = useState("");
  const [pending, setPending] = useState(false);
  const me = screen.desk.me.id;
  const people = screen.desk.colleagues.filter((colleague) => colleague.id !== me && colleague.capacity > 0);
  const [kind, value] = target.split(":") as ["skill" | "person" | "queue", string];
  const submit = async () => {
    setPending(true);
    const body = { brief, toUserId: kind === "person" ? value : null, toSkill: kind === "skill" ? (value as Skill) : null };
    const done = await act("POST", doorOf(thread.row.id, "relay"), body);
    setPending(false);
    if (!done) return;
    setBrief("");
    onClose();
  };
  const options = [
    ...SKILLS.filter((skill) => skill !== "listening").map((skill) => ({
      value: `skill:${skill}`,
      label: t(`desk.relaySkill.${skill}`),
    })),
    ...people.map((person) => ({
      value: `person:${person.id}`,
      label: t("desk.relayPerson", {
        name: person.name,
        state: t(`presence.${person.presence}`),
        load: person.load,
        capacity: person.capacity,
      }),
    })),
    { value: "queue:", label: t("desk.relayQueue") },
  ];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("desk.relayTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button kind="primary" pending={pending} disabled={brief.trim() === ""} onClick={() => void submit()}>
            {t("desk.actions.relay")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Select label={t("desk.relayTo")} value={target} onChange={(event) => setTarget(event.target.value)} options={options} />
        <TextArea
          label={t("desk.relayBrief")}
          hint={t("desk.relayBriefHint")}
          rows={5}
          maxLength={4000}
          value={brief}
          onChange={(event) => setBrief(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

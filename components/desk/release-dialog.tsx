"use client";
import { useTranslations } from "next-intl";
import type { ThreadView } from "@/lib/contract/views";
import { useDesk } from "./desk-context";
import { ReasonDialog } from "./reason-dialog";
import { doorOf } from "./use-act";

/** Back to the queue, at the same place, with the reason. */
export function ReleaseDialog({ open, onClose, thread }: { open: boolean; onClose: () => void; thread: ThreadView }) {
  const { act } = useDesk();
  const t = useTranslations("desk");
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t("releaseTitle")}
      hint={t("releaseHint")}
      confirm={t("actions.release")}
      onConfirm={async (reason) => (await act("DELETE", doorOf(thread.row.id, "assignment"), { reason })) !== null}
    />
  );
}

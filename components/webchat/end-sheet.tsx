"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "./sheet";
import { useWords } from "./words";

interface Props {
  open: boolean;
  onClose: () => void;
  exitUrl: string;
  onEnd: () => Promise<boolean>;
}

/** Ends only after a question; staying is the first answer. */
export function EndSheet({ open, onClose, exitUrl, onEnd }: Props) {
  const words = useWords().end;
  const [ending, setEnding] = useState<"no" | "yes" | "failed">("no");

  const end = async () => {
    setEnding("yes");
    const ended = await onEnd();
    setEnding(ended ? "no" : "failed");
    if (ended) onClose();
  };

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={words.title}
      exitUrl={exitUrl}
      footer={
        <>
          <Button size="chat" kind="primary" onClick={onClose}>
            {words.stay}
          </Button>
          <Button size="chat" pending={ending === "yes"} onClick={() => void end()}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      {ending === "failed" && (
        <p role="alert" className="mt-3 text-danger">
          {words.failed}
        </p>
      )}
    </Sheet>
  );
}

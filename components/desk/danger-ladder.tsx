"use client";
import { Check, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import {
  DANGER_LEVELS,
  DANGER_QUESTIONS,
  dangerRank,
  isRaise,
  suggestDanger,
  type DangerAnswers,
  type DangerLevel,
  type DangerQuestion,
} from "@/lib/contract/danger";
import type { DangerChange, ThreadView } from "@/lib/contract/views";
import { DangerMark } from "@/components/shell/danger-mark";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { useDesk } from "./desk-context";
import { ReasonDialog } from "./reason-dialog";
import { doorOf } from "./use-act";

/** Questions as taps (unset → yes → no), a suggestion that nobody has to follow, levels as taps; lowering asks for its reason. */
export function DangerLadder({ thread }: { thread: ThreadView }) {
  const { act } = useDesk();
  const t = useTranslations();
  const { row, panel, can } = thread;
  const [changed, setChanged] = useState<DangerAnswers>({});
  const [lowering, setLowering] = useState<DangerLevel | null>(null);
  const answers: DangerAnswers = { ...panel.danger.answers, ...changed };
  const level = row.danger;
  const proposed = suggestDanger(answers);
  // Answers may speak for more danger; to see less is a person's own decision, never proposed.
  const suggested = proposed !== null && isRaise(level, proposed) ? proposed : null;
  const open = can.tag && row.state !== "closed";

  const assess = async (to: DangerLevel, reason?: string) =>
    (await act("POST", doorOf(row.id, "danger"), { level: to, answers, ...(reason ? { reason } : {}) })) !== null;
  const press = (to: DangerLevel) => {
    if (level !== "FX" && dangerRank(to) < dangerRank(level)) setLowering(to);
    else void assess(to);
  };
  const answer = (question: DangerQuestion) => {
    const next = answers[question] === undefined ? true : answers[question] ? false : undefined;
    setChanged({ ...changed, [question]: next });
  };

  return (
    <div className="flex flex-col gap-3">
      <DangerMark level={level} show="word" size="large" />
      {open && (
        <>
          <div role="group" aria-label={t("desk.danger.questions")} className="flex flex-wrap gap-1.5">
            {DANGER_QUESTIONS.map((question) => (
              <QuestionChip
                key={question}
                label={t(`danger.questions.${question}`)}
                value={answers[question]}
                onPress={() => answer(question)}
              />
            ))}
          </div>
          {suggested && (
            <p className="flex flex-wrap items-center gap-2 rounded bg-well px-3 py-1.5">
              {t("desk.danger.suggested")} <DangerMark level={suggested} show="word" size="small" />
              <Button className="ms-auto" onClick={() => press(suggested)}>
                {t("desk.danger.apply")}
              </Button>
            </p>
          )}
          <div role="group" aria-label={t("desk.danger.levels")} className="grid grid-cols-5 gap-1">
            {DANGER_LEVELS.filter((each) => each !== "FX").map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === level}
                onClick={() => each !== level && press(each)}
                className={classNames(
                  "flex min-h-10 items-center justify-center rounded border px-1",
                  each === level ? "border-edge bg-well" : "border-line hover:bg-well",
                )}
              >
                <DangerMark level={each} show="code" />
              </button>
            ))}
          </div>
        </>
      )}
      {panel.danger.history.length > 0 && (
        <Disclosure summary={t("desk.danger.history", { count: panel.danger.history.length })}>
          <ul className="flex flex-col gap-2 text-table">
            {panel.danger.history.map((change) => (
              <HistoryLine key={change.id} change={change} />
            ))}
          </ul>
        </Disclosure>
      )}
      <ReasonDialog
        open={lowering !== null}
        onClose={() => setLowering(null)}
        title={t("desk.danger.lowerTitle")}
        hint={t("desk.danger.lowerHint")}
        confirm={t("desk.danger.lower")}
        onConfirm={async (reason) => lowering !== null && assess(lowering, reason)}
      />
    </div>
  );
}

function QuestionChip({ label, value, onPress }: { label: string; value: boolean | undefined; onPress: () => void }) {
  const t = useTranslations("desk.danger");
  const state = value === undefined ? "unset" : value ? "yes" : "no";
  return (
    <button
      type="button"
      onClick={onPress}
      aria-label={t("question", { label, state })}
      className={classNames(
        "flex min-h-10 items-center gap-1 rounded border px-2.5",
        state === "yes"
          ? "border-danger bg-danger-tint font-medium text-danger"
          : state === "no"
            ? "border-line bg-well text-ink-soft line-through"
            : "border-edge hover:bg-well",
      )}
    >
      {state !== "unset" && <Icon of={state === "yes" ? Check : X} size={16} />}
      {label}
    </button>
  );
}

function HistoryLine({ change }: { change: DangerChange }) {
  const t = useTranslations("desk.danger");
  const format = useFormatter();
  const by = change.by.kind === "person" ? change.by.name : t(`by.${change.by.kind}`);
  return (
    <li>
      <span className="flex items-center gap-1.5">
        <DangerMark level={change.from} show="code" size="small" /> → <DangerMark level={change.to} show="code" size="small" />
        <span className="ms-auto text-ink-soft">
          {by}, {format.dateTime(new Date(change.at), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
        </span>
      </span>
      {change.reason && <span className="wrap-anywhere">{change.reason}</span>}
    </li>
  );
}

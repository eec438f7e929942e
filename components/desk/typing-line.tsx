"use client";
import { useTranslations } from "next-intl";
import { useDesk } from "./desk-context";

/** Who writes right now: that someone does, never what. Its height is always there, so that nothing jumps. */
export function TypingLine() {
  const { screen } = useDesk();
  const t = useTranslations("desk");
  const typing = screen.activity.filter((signal) => signal.activity === "typing");
  const visitor = typing.some((signal) => signal.who.kind === "visitor");
  const staff = typing.flatMap((signal) => (signal.who.kind === "staff" ? [signal.who.name] : []));
  return (
    <p aria-live="polite" className="min-h-6 pt-1 text-table text-ink-soft">
      {visitor && t("visitorTypes")} {staff.length > 0 && t("colleagueTypes", { names: staff.join(", ") })}
    </p>
  );
}

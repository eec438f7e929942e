"use client";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { labelOf, type Axis } from "@/lib/contract/taxonomy";
import type { ThreadView } from "@/lib/contract/views";
import { DangerMark } from "@/components/shell/danger-mark";
import { DangerLadder } from "./danger-ladder";
import { useDesk } from "./desk-context";
import { Tags } from "./tags";
import { WhyMe } from "./why-me";

/** Beside the thread: danger, tags, the person, earlier conversations, and why it came to this counsellor. */
export function SidePanel({ thread }: { thread: ThreadView }) {
  const t = useTranslations("desk.panel");
  const { panel, row } = thread;
  return (
    <div className="flex flex-col">
      <Section title={t("danger")}>
        <DangerLadder key={row.id} thread={thread} />
      </Section>
      <Section title={panel.case ? t("tagsOf", { number: panel.case.number }) : t("tags")}>
        <Tags thread={thread} />
      </Section>
      <Section title={t("person")}>
        <Person thread={thread} />
      </Section>
      <Section title={t("previous", { count: panel.previous.length })}>
        <Previous thread={thread} />
      </Section>
      {panel.feedback && (
        <Section title={t("feedback")}>
          <p>{t(panel.feedback.helped === null ? "helpedUnknown" : panel.feedback.helped ? "helpedYes" : "helpedNo")}</p>
          <p>{t(panel.feedback.again === null ? "againUnknown" : panel.feedback.again ? "againYes" : "againNo")}</p>
        </Section>
      )}
      {panel.why && (
        <Section title={t("why")}>
          <WhyMe why={panel.why} />
        </Section>
      )}
    </div>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-3">
      <h2 className="mb-2 text-table font-medium text-ink-soft">{title}</h2>
      {children}
    </section>
  );
}

/** What the bot was told freely; no name is ever asked. */
function Person({ thread: { row, panel } }: { thread: ThreadView }) {
  const t = useTranslations();
  const locale = useLocale() === "en" ? "en" : "fr";
  const facts: [string, Axis, string][] = [
    ...(panel.facts.role ? [[t("desk.panel.role"), "role", panel.facts.role] as [string, Axis, string]] : []),
    ...(panel.facts.age ? [[t("desk.panel.age"), "age", panel.facts.age] as [string, Axis, string]] : []),
    ...panel.facts.platforms.map((code) => [t("desk.panel.platform"), "platform", code] as [string, Axis, string]),
    ...(row.topic ? [[t("desk.panel.topic"), "motif", row.topic] as [string, Axis, string]] : []),
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      <dt className="text-ink-soft">{t("desk.panel.language")}</dt>
      <dd>{t(`languages.${row.language}`)}</dd>
      {row.source && (
        <>
          <dt className="text-ink-soft">{t("desk.panel.source")}</dt>
          <dd>{t(`sources.${row.source}`)}</dd>
        </>
      )}
      {facts.map(([label, axis, code]) => (
        <div key={axis + code} className="contents">
          <dt className="text-ink-soft">{label}</dt>
          <dd>{labelOf(axis, code, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Previous({ thread: { panel } }: { thread: ThreadView }) {
  const { select } = useDesk();
  const t = useTranslations("desk");
  const format = useFormatter();
  const locale = useLocale() === "en" ? "en" : "fr";
  if (panel.previous.length === 0) return <p className="text-ink-soft">{t("panel.firstContact")}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {panel.previous.map((conversation) => {
        const line = (
          <>
            <DangerMark level={conversation.danger} show="mark" size="small" />
            <span className="tabular-nums">{conversation.number}</span>
            <span className="truncate text-ink-soft">
              {conversation.topic ? labelOf("motif", conversation.topic, locale) : ""}
            </span>
            <span className="ms-auto shrink-0 text-table text-ink-soft">
              {format.dateTime(new Date(conversation.createdAt), { day: "numeric", month: "short" })}
            </span>
          </>
        );
        return (
          <li key={conversation.id}>
            {conversation.readable ? (
              <a
                href={`/inbox/${conversation.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  select(conversation.id);
                }}
                className="-mx-2 flex min-h-10 items-center gap-2 rounded px-2 hover:bg-well"
              >
                {line}
              </a>
            ) : (
              <span className="flex min-h-10 items-center gap-2">{line}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { CannedReplyView, DeskView, MessageView, NoteView, ThreadView } from "@/lib/contract/views";
import { browserClock, newClientId, tabStorage } from "@/components/realtime/browser-storage";
import { httpSend } from "@/components/realtime/http-send";
import { useDeskSocket } from "@/components/realtime/use-desk-socket";
import { useSendQueue } from "@/components/realtime/use-send-queue";
import { useCommands } from "@/components/shell/commands";
import { classNames } from "@/components/ui/class-names";
import { ServerClock } from "@/components/ui/elapsed";
import { DeskProvider, type DeskBody } from "./desk-context";
import { QueuePane } from "./queue-pane";
import { SidePanel } from "./side-panel";
import { TeamList } from "./team-list";
import { ThreadPane } from "./thread-pane";
import { doorOf, useAct } from "./use-act";
import { useAlerts } from "./use-alerts";
import { useReportConnection } from "./use-report-connection";
import { useRowCommands } from "./use-row-commands";
import { useSound } from "./use-sound";
import { useWayOut } from "./use-way-out";

const DOORS = {
  loadDesk: () => load<DeskView>("/api/desk"),
  loadThread: (id: string) => load<ThreadView>(`/api/conversations/${encodeURIComponent(id)}`, null),
  now: browserClock.now,
  random: browserClock.random,
};

/** The counsellor's and the supervisor's place: queue, conversation, and what belongs beside it (look.md §Desk). */
export function DeskScreen({ desk, cannedReplies }: { desk: DeskView; cannedReplies: readonly CannedReplyView[] }) {
  const t = useTranslations("desk");
  const { screen, live } = useDeskSocket(desk, DOORS);
  const act = useAct();
  const pathname = usePathname();
  const selectedId = /^\/inbox\/([^/]+)$/.exec(pathname)?.[1] ?? null;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [sound, setSound] = useSound();

  // The address follows without asking the server: the thread comes over its own door.
  const select = useCallback(
    (id: string | null) => window.history.pushState(null, "", id === null ? "/inbox" : `/inbox/${id}`),
    [],
  );
  const choose = useCallback(
    (id: string, on: boolean) =>
      setChosen((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id))),
    [],
  );
  useEffect(() => void live.open(selectedId), [live, selectedId]);

  const { items: outgoing, queue } = useSendQueue<DeskBody, MessageView | NoteView>({
    storage: tabStorage(`desk.${desk.me.id}`),
    clock: browserClock,
    send: (item) =>
      httpSend("POST", doorOf(item.lane, item.body.kind === "note" ? "notes" : "messages"), {
        clientId: item.clientId,
        text: item.body.text,
      }),
    onStored: (item, stored) => {
      if (item.body.kind === "reply") live.addMessage(stored as MessageView);
      else live.editThread(item.lane, (thread) => withNote(thread, stored as NoteView));
    },
  });
  useReportConnection(screen.connection, screen.clockOffsetMs);
  useWayOut(screen.connection.phase);
  useAlerts(screen.desk, sound);
  useCommands([
    { id: "desk.sound", label: sound ? t("soundOff") : t("soundOn"), group: t("group"), run: () => setSound(!sound) },
    { id: "desk.notify", label: t("notify"), group: t("group"), run: () => void Notification.requestPermission() },
    ...useRowCommands(screen.desk.rows, select),
  ]);

  const tools = useMemo(
    () => ({
      screen,
      live,
      selectedId,
      select,
      act,
      outgoing,
      send: (conversationId: string, body: DeskBody) => queue.add(conversationId, body, newClientId()),
      resend: (clientId: string) => queue.retry(clientId),
      discard: (clientId: string) => queue.discard(clientId),
      cannedReplies,
      chosen,
      choose,
      clearChosen: () => setChosen(new Set()),
    }),
    [screen, live, selectedId, select, act, outgoing, queue, cannedReplies, chosen, choose],
  );
  const open = selectedId !== null;
  return (
    <DeskProvider value={tools}>
      <ServerClock now={desk.now}>
        <h1 className="sr-only">{t("conversations")}</h1>
        <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] md:grid-cols-[20rem_minmax(0,1fr)] xl:grid-cols-[22rem_minmax(0,1fr)_20rem]">
          <div className={classNames("min-h-0 border-line md:block md:border-e", open ? "hidden" : "block")}>
            <QueuePane />
          </div>
          <div className={classNames("min-h-0 min-w-0 md:block", open ? "block" : "hidden")}>
            <ThreadPane />
          </div>
          <aside
            id="side-panel"
            tabIndex={-1}
            aria-label={t("panel.title")}
            className="hidden min-h-0 overflow-y-auto border-s border-line xl:block"
          >
            {screen.thread ? <SidePanel thread={screen.thread} /> : <TeamList />}
          </aside>
        </div>
      </ServerClock>
    </DeskProvider>
  );
}

/** The event about one's own note may have been first. */
function withNote(thread: ThreadView, note: NoteView): ThreadView {
  return thread.notes.some((other) => other.id === note.id) ? thread : { ...thread, notes: [...thread.notes, note] };
}

/** A read; `absent` is the answer for what is not there or not this person's. Throws when it could not be asked. */
async function load<View>(path: string): Promise<View>;
async function load<View>(path: string, absent: null): Promise<View | null>;
async function load<View>(path: string, absent?: null): Promise<View | null> {
  const response = await fetch(path, { headers: { accept: "application/json" } });
  if (response.ok) return (await response.json()) as View;
  if (absent === null && [400, 403, 404].includes(response.status)) return null;
  throw new Error(`${path} answered ${response.status}`);
}

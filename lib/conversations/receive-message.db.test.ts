import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { change } from "@/lib/core/change";
import { statementsOf } from "@/lib/testing/count-statements";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, minutes, SYSTEM } from "@/lib/testing/people";
import { close } from "./close";
import { openContact } from "./open-contact";
import { receiveMessage } from "./receive-message";

let scene: Scene;
let contactId: string;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const visitor = () => ({ kind: "visitor", contactId }) as const;
const word = (text: string, given: object = {}) => ({
  contactId,
  text,
  clientId: uuid() as string | null,
  language: "fr" as const,
  ...given,
});
const say = (text: string, given: object = {}) => receiveMessage(scene.ctx(visitor()), word(text, given));
async function somebody(): Promise<void> {
  contactId = await openContact(scene.ctx(SYSTEM), { channel: "webchat", externalId: uuid() });
}

describe("receive-message", () => {
  it("opens a conversation with the bot, keeps the words sealed and asks for the bot's turn", async () => {
    await somebody();
    const { conversationId, message, repeated } = await say("jai besoin daide", {
      source: "tiktok-link",
      quickReply: "topic:autre",
    });
    expect(repeated).toBe(false);
    expect(message).toMatchObject({ conversationId, seq: 1, text: "jai besoin daide", author: { kind: "visitor" } });
    const row = await scene.db.conversation.findUniqueOrThrow({ where: { id: conversationId }, include: { messages: true } });
    expect(row).toMatchObject({
      state: "bot",
      channel: "webchat",
      source: "tiktok-link",
      lastSeq: 1,
      unread: 1,
      unansweredSince: TUESDAY_15H,
    });
    const [stored] = row.messages;
    expect(Buffer.from(stored!.body!).includes("besoin")).toBe(false);
    expect(scene.vault.open(row.vaultKeyId, { table: "message", column: "payload", row: stored!.id }, stored!.payload!)).toBe(
      "topic:autre",
    );
    expect(scene.jobs.filter((job) => job.name === "triage.take-turn").at(-1)).toEqual({
      name: "triage.take-turn",
      payload: { conversationId },
      queue: `conversation:${conversationId}`,
      key: `triage:${conversationId}`,
    });
  });

  it("goes on in the open conversation; after its end, in a new one", async () => {
    await somebody();
    const first = await say("un");
    const second = await say("deux");
    expect([second.conversationId, second.message.seq]).toEqual([first.conversationId, 2]);
    await close(scene.ctx(SYSTEM), { conversationId: first.conversationId });
    const third = await say("trois");
    expect(third.conversationId).not.toBe(first.conversationId);
    expect(third.message.seq).toBe(1);
  });

  it("wakes the bot while no person answers yet: it goes on listening for danger", async () => {
    const counsellor = await scene.staff();
    const waiting = await scene.conversation({ state: "waiting" });
    const active = await scene.conversation({ state: "active", counsellorId: counsellor.id });
    const before = scene.jobs.length;
    for (const { visitor: who, contactId: theirs } of [waiting, active])
      await receiveMessage(scene.ctx(who), { ...word("allo"), contactId: theirs });
    expect(scene.jobs.slice(before).map((job) => job.payload)).toEqual([{ conversationId: waiting.id }]);
  });

  it("answers a repeat with what is stored, also after the end of the conversation", async () => {
    await somebody();
    const clientId = uuid();
    const first = await say("une fois", { clientId });
    expect(await say("une fois", { clientId })).toEqual({ ...first, repeated: true });
    await close(scene.ctx(SYSTEM), { conversationId: first.conversationId });
    expect(await say("une fois", { clientId })).toEqual({ ...first, repeated: true });
    expect(await scene.db.conversation.count({ where: { contactId } })).toBe(1);
  });

  it("answers a platform's repeat by its own id, and refuses it to another contact", async () => {
    await somebody();
    const sent = { clientId: null, externalId: "mid.1" };
    const first = await receiveMessage(scene.ctx(SYSTEM), word("salut", sent));
    expect(await receiveMessage(scene.ctx(SYSTEM), word("salut", sent))).toEqual({ ...first, repeated: true });
    await somebody();
    await expect(receiveMessage(scene.ctx(SYSTEM), word("salut", sent))).rejects.toMatchObject({ code: "idempotency-conflict" });
    expect(await scene.db.conversation.count({ where: { contactId } })).toBe(0);
  });

  it("refuses the same client id with other words", async () => {
    await somebody();
    const clientId = uuid();
    await say("ceci", { clientId });
    await expect(say("cela", { clientId })).rejects.toMatchObject({ code: "idempotency-conflict" });
  });

  it("refuses another visitor, the staff and an unknown contact without a trace", async () => {
    await somebody();
    const other = { kind: "visitor", contactId: uuid() } as const;
    const listener = await scene.staff();
    await expect(receiveMessage(scene.ctx(other), word("x"))).rejects.toMatchObject({ code: "not-found" });
    await expect(receiveMessage(scene.ctx(listener), word("x"))).rejects.toMatchObject({ code: "not-found" });
    await expect(receiveMessage(scene.ctx(other), { ...word("x"), contactId: other.contactId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await scene.db.conversation.count({ where: { contactId } })).toBe(0);
  });

  it("twenty first words at once open one conversation, without a gap", async () => {
    await somebody();
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => say(`mot ${index}`)));
    expect(new Set(all.map((one) => one.conversationId)).size).toBe(1);
    expect(all.map((one) => one.message.seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it("the same word sent ten times at once is stored once", async () => {
    await somebody();
    const clientId = uuid();
    const all = await Promise.all(Array.from({ length: 10 }, () => say("allo ?", { clientId })));
    expect(all.filter((one) => !one.repeated)).toHaveLength(1);
    expect(new Set(all.map((one) => one.message.id)).size).toBe(1);
    expect(await scene.db.message.count({ where: { clientId } })).toBe(1);
  });

  it("is in the audit log by ids alone", async () => {
    await somebody();
    const { conversationId, message } = await say("un secret");
    expect(await audited(scene, "conversation.opened")).toContainEqual({ conversationId, contactId, channel: "webchat" });
    expect(await audited(scene, "message.received")).toContainEqual({ conversationId, messageId: message.id, seq: 1 });
    expect(
      JSON.stringify(await scene.db.auditEntry.findMany(), (_, value) =>
        typeof value === "bigint" ? Number(value) : (value as unknown),
      ),
    ).not.toContain("un secret");
  });

  it("tells the thread, the visitor and the desk, with ids and versions only", async () => {
    await somebody();
    const { conversationId, message } = await say("bonjour");
    const events = await scene.db.$queryRaw`
      select rooms, event from event_log where event ->> 'conversationId' = ${conversationId} order by id`;
    expect(events).toEqual([
      {
        rooms: ["desk", `conversation:${conversationId}`, `visitor:${contactId}`],
        event: { type: "conversation.changed", conversationId, version: 1 },
      },
      {
        rooms: [`conversation:${conversationId}`, `visitor:${contactId}`],
        event: { type: "message.added", conversationId, seq: 1, messageId: message.id },
      },
      {
        rooms: ["desk", `conversation:${conversationId}`, `visitor:${contactId}`],
        event: { type: "conversation.changed", conversationId, version: 2 },
      },
    ]);
  });

  it("keeps the moment of the first unanswered word", async () => {
    await somebody();
    const { conversationId } = await say("un");
    await receiveMessage(scene.ctx(visitor(), minutes(3)), word("deux"));
    expect(await scene.db.conversation.findUniqueOrThrow({ where: { id: conversationId } })).toMatchObject({
      unansweredSince: TUESDAY_15H,
      lastMessageAt: minutes(3),
      unread: 2,
    });
  });

  it("costs one statement where the thread was seen before, and three between BEGIN and COMMIT where not", async () => {
    await somebody();
    const { conversationId } = await say("bonjour");
    const once = await statementsOf(() => say("encore"));
    expect(once).toHaveLength(1);
    expect(once[0]).toContain("core_flush");
    await scene.db.conversation.update({ where: { id: conversationId }, data: { state: "waiting", waitingSince: TUESDAY_15H } });
    const changed = await statementsOf(() => say("toujours"));
    expect(changed.map((text) => text.split(" ")[0]!.toLowerCase())).toEqual([
      "with",
      "begin",
      "select",
      "with",
      "select",
      "commit",
    ]);
  });

  it("leaves the same trace in one statement as in many", async () => {
    await somebody();
    const traceOf = async (send: () => Promise<{ conversationId: string; message: { id: string } }>) => {
      const jobs = scene.jobs.length;
      const { conversationId, message } = await send();
      const row = await scene.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
      const known = { [message.id]: "message", [String(row.lastSeq)]: "seq" };
      const trace = {
        events: await scene.db.$queryRaw`
          select rooms, event - 'version' - 'seq' as event, (event ->> 'version')::int - ${row.version} as version,
                 (event ->> 'seq')::int - ${row.lastSeq} as seq
            from event_log where event ->> 'conversationId' = ${conversationId} order by id desc limit 2`,
        audit: await scene.db.$queryRaw`
          select at, actor_kind, actor_id, verb, subject - 'seq' as subject, (subject ->> 'seq')::int - ${row.lastSeq} as seq
            from audit_entry order by id desc limit 1`,
        jobs: scene.jobs.slice(jobs),
        row: { unread: row.unread - row.lastSeq, unansweredSince: row.unansweredSince, lastMessageAt: row.lastMessageAt },
      };
      return JSON.parse(JSON.stringify(trace), (_, value: unknown) =>
        typeof value === "string" ? (known[value] ?? value) : value,
      ) as object;
    };
    await say("premier");
    const atOnce = await traceOf(() => say("un"));
    const joined = await traceOf(() => change(scene.ctx(visitor()), ({ ctx }) => receiveMessage(ctx, word("deux"))));
    expect(atOnce).toEqual(joined);
    expect(JSON.stringify(atOnce)).toContain("message.added");
  });

  it("is not fooled by what it remembers: a closed conversation, a repeat in an older one", async () => {
    await somebody();
    const clientId = uuid();
    const first = await say("un", { clientId });
    await close(scene.ctx(SYSTEM), { conversationId: first.conversationId });
    const second = await say("deux");
    expect(second.conversationId).not.toBe(first.conversationId);
    expect(await say("un", { clientId })).toEqual({ ...first, repeated: true });
    expect((await say("trois")).message.seq).toBe(2);
  });
});

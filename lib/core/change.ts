import type { Actor } from "@/lib/contract/actor";
import type { Room, StoredEvent } from "@/lib/contract/events";
import { Prisma } from "@/prisma/generated/client";
import type { Context } from "./context";
import type { Tx } from "./db";
import { wakeListeners } from "./event-log";
import type { Enqueue, HeldJob } from "./job-queue";
import { watchWrites } from "./watch-writes";

/** Ids and codes of what a verb did; never content. */
export type AuditSubject = Record<string, string | number | boolean | null | readonly string[]>;

/** What a verb may do inside `change()`. */
export interface Change {
  tx: Tx;
  /** The context for verbs called from within: they join this change. */
  ctx: Context;
  audit: (verb: string, subject: AuditSubject) => void;
  /** Appends to the event log; the commit makes it visible, never before. */
  emit: (rooms: Room[], event: StoredEvent) => void;
  enqueue: Enqueue;
}

interface AuditRow {
  at: Date;
  actorKind: Actor["kind"];
  actorId: string | null;
  verb: string;
  subject: AuditSubject;
  requestId: string;
}

interface Collected {
  audit: AuditRow[];
  events: { rooms: Room[]; event: StoredEvent }[];
  jobs: HeldJob[];
}

const ATTEMPTS = 6;

/**
 * The only way to write (design.md §1.3): state, audit, events and jobs in one transaction. Joins the caller's change if there is
 * one. Retries what PostgreSQL asks to retry (serialisation, deadlock), so `work` must not act outside the database.
 * @throws Error when something was written and nothing audited
 */
export async function change<T>(ctx: Context, work: (change: Change) => Promise<T>): Promise<T> {
  return write(ctx, work, null);
}

/**
 * The few writes that need no audit entry: heartbeats, receipts, drafts. Greppable, with a reason.
 */
export async function changeSilently<T>(ctx: Context, reason: string, work: (change: Change) => Promise<T>): Promise<T> {
  return write(ctx, work, reason);
}

async function write<T>(ctx: Context, work: (change: Change) => Promise<T>, silence: string | null): Promise<T> {
  if (ctx.change) return work(rebind(ctx.change, ctx));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(ctx, work, silence);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 * attempt + Math.random() * 10 * attempt));
    }
  }
}

async function once<T>(ctx: Context, work: (change: Change) => Promise<T>, silence: string | null): Promise<T> {
  const collected: Collected = { audit: [], events: [], jobs: [] };
  const result = await ctx.db.$transaction(async (transaction) => {
    const { tx, wrote } = watchWrites(transaction);
    const result = await work(bind(tx, ctx, collected));
    if (wrote() && collected.audit.length === 0 && silence === null)
      throw new Error("A change wrote and recorded no audit entry");
    await flush(transaction, collected, ctx.holdJobs === undefined);
    return result;
  });
  ctx.holdJobs?.push(...collected.jobs);
  const jobs = ctx.holdJobs === undefined ? collected.jobs.length : 0;
  if (collected.events.length + jobs > 0) wakeListeners(ctx.db, jobs);
  return result;
}

function bind(tx: Tx, ctx: Context, collected: Collected): Change {
  const bound: Change = {
    tx,
    ctx,
    audit: (verb, subject) => collected.audit.push(auditRow(ctx, verb, subject)),
    emit: (rooms, event) => collected.events.push({ rooms, event }),
    enqueue: (name, payload, options) => collected.jobs.push({ name, payload, ...options }),
  };
  bound.ctx = { ...ctx, change: bound };
  COLLECTED.set(bound, collected);
  return bound;
}

/** Which change a joined one collects into; a joined verb may run under another actor, whose name its audit carries. */
const COLLECTED = new WeakMap<Change, Collected>();

function rebind(outer: Change, ctx: Context): Change {
  if (outer.ctx.actor === ctx.actor && outer.ctx.now === ctx.now) return outer;
  return bind(outer.tx, ctx, COLLECTED.get(outer)!);
}

async function flush(tx: Tx, collected: Collected, enqueue: boolean): Promise<void> {
  const jobs = enqueue ? collected.jobs : [];
  if (collected.audit.length + collected.events.length + jobs.length === 0) return;
  await tx.$executeRaw`select core_flush(${JSON.stringify(collected.audit)}::jsonb, ${JSON.stringify(collected.events)}::jsonb, ${JSON.stringify(jobs)}::jsonb)`;
}

/** An entry as `core_flush` takes it. */
export function auditRow(ctx: Context, verb: string, subject: AuditSubject): AuditRow {
  const { actor, now: at, requestId } = ctx;
  return { at, actorKind: actor.kind, actorId: actorId(actor), verb, subject, requestId };
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "staff":
    case "key":
      return actor.id;
    case "visitor":
      return actor.contactId;
    case "system":
      return actor.name;
    case "bot":
    case "nobody":
      return null;
  }
}

/** Serialisation failure, deadlock, or Prisma's word for both. */
function isRetryable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === "P2034") return true;
    const meta = JSON.stringify(error.meta ?? {});
    return error.code === "P2010" && /40001|40P01/.test(meta);
  }
  return false;
}

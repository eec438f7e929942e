import { v7 as uuid } from "uuid";
import { answerOffer } from "@/lib/routing/answer-offer";
import { assignNext } from "@/lib/routing/assign-next";
import type { StaffActor } from "@/lib/contract/actor";
import { TUESDAY_15H, type Scene } from "./factories";
import { audited, emitted, SYSTEM } from "./people";

/** Everybody has gone home and every conversation is over: the queue is one for the whole house, and each test begins with none. */
export async function emptyHouse({ db, jobs }: Scene): Promise<void> {
  jobs.length = 0;
  await db.$executeRaw`update app_user set deactivated_at = coalesce(deactivated_at, now())`;
  await db.$executeRaw`update presence set present = false, on_duty = false`;
  await db.$executeRaw`update offer set ended_at = now(), outcome = 'withdrawn' where ended_at is null`;
  await db.$executeRaw`update relay set ended_at = now(), outcome = 'closed' where ended_at is null`;
  await db.$executeRaw`
    update conversation set state = 'closed', closed_at = now(), counsellor_id = null, offered_to_id = null, offer_expires_at = null where state <> 'closed'`;
}

/** Audit entries of a verb about one conversation. */
export async function auditedOf(scene: Scene, verb: string, conversationId: string): Promise<unknown[]> {
  return (await audited(scene, verb)).filter(
    (subject) => (subject as { conversationId?: string }).conversationId === conversationId,
  );
}

/** Events of a type about one conversation or person. */
export async function emittedOf(scene: Scene, type: string, id: string): Promise<{ rooms: string[]; event: unknown }[]> {
  return (await emitted(scene, type)).filter(({ event }) => Object.values(event as object).includes(id));
}

/** One pass over the queue, as the job does it. */
export async function pass(scene: Scene, now: Date = TUESDAY_15H): Promise<number> {
  return (await assignNext(scene.ctx(SYSTEM, now), { because: "test" })).offered;
}

/** Every open screen says that it is still there. */
export async function heartbeats(scene: Scene, now: Date): Promise<void> {
  await scene.db.presence.updateMany({ where: { present: true }, data: { lastSeenAt: now } });
}

/** To whom a conversation is on offer. */
export async function offeredTo(scene: Scene, id: string): Promise<string | null> {
  return (await scene.db.conversation.findUniqueOrThrow({ where: { id } })).offeredToId;
}

export async function stored(scene: Scene, id: string) {
  return scene.db.conversation.findUniqueOrThrow({
    where: { id },
    include: {
      offers: { orderBy: [{ at: "asc" }, { id: "asc" }] },
      assignments: { orderBy: [{ since: "asc" }, { id: "asc" }] },
      relays: { orderBy: { at: "asc" } },
      escalations: { orderBy: { at: "asc" } },
      notes: true,
      messages: { orderBy: { seq: "asc" } },
    },
  });
}

/** The system lines of a thread, in order. */
export async function markers(scene: Scene, id: string): Promise<unknown[]> {
  return (await stored(scene, id)).messages.filter(({ author }) => author === "system").map(({ marker }) => marker);
}

/** An offer of this conversation to this person, made by hand: what a pass would have written. */
export async function offerTo(scene: Scene, conversationId: string, userId: string, at: Date = TUESDAY_15H): Promise<string> {
  const id = uuid();
  const expiresAt = new Date(at.getTime() + 45_000);
  const relay = await scene.db.relay.findFirst({ where: { conversationId, endedAt: null } });
  await scene.db.offer.create({ data: { id, conversationId, userId, relayId: relay?.id, at, expiresAt, why: {} } });
  await scene.db.conversation.update({ where: { id: conversationId }, data: { offeredToId: userId, offerExpiresAt: expiresAt } });
  return id;
}

export async function accept(scene: Scene, person: StaffActor, conversationId: string, now: Date = TUESDAY_15H) {
  return answerOffer(scene.ctx(person, now), { conversationId, accept: true });
}

export async function decline(scene: Scene, person: StaffActor, conversationId: string, now: Date = TUESDAY_15H) {
  return answerOffer(scene.ctx(person, now), { conversationId, accept: false });
}

/** Names of the jobs enqueued so far; the list is emptied. */
export function jobsOf(scene: Scene): string[] {
  return scene.jobs.splice(0).map(({ name }) => name);
}

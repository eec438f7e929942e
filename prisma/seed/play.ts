import { v5 as namedUuid } from "uuid";
import type { Actor, StaffActor } from "@/lib/contract/actor";
import { assertNever } from "@/lib/contract/assert-never";
import { addNote } from "@/lib/conversations/add-note";
import { assessDanger } from "@/lib/conversations/assess-danger";
import { close } from "@/lib/conversations/close";
import { endAsVisitor } from "@/lib/conversations/end-as-visitor";
import { giveFeedback } from "@/lib/conversations/give-feedback";
import { markRead } from "@/lib/conversations/mark-read";
import { openContact } from "@/lib/conversations/open-contact";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { reply } from "@/lib/conversations/reply";
import { tagCase } from "@/lib/cases/tag-case";
import { contextFor, type Context } from "@/lib/core/context";
import type { HeldJob } from "@/lib/core/job-queue";
import { relay } from "@/lib/routing/relay";
import { release } from "@/lib/routing/release";
import { take } from "@/lib/routing/take";
import { askForPerson } from "@/lib/triage/ask-for-person";
import { takeTurn } from "@/lib/triage/take-turn";
import type { Scene, Step, Who } from "./script";

type Means = Pick<Context, "db" | "vault">;
export type Cast = ReadonlyMap<string, StaffActor>;

const MINUTE = 60_000;
/** Ids of seeded messages derive from their place in the script, so that the same evening has the same ids. */
const NAMESPACE = "3018c0de-0000-5000-8000-000000000001";

interface Played {
  scene: Scene;
  index: number;
  contactId: string;
  conversationId: string | null;
}

/**
 * Plays scenes with the verbs that people use, step after step in the order of the clock over all scenes, the bot's turns included.
 * Jobs are held back: the bot's are run at once on the scene's clock, the others wait for the real worker.
 */
export async function playScenes(means: Means, scenes: readonly Scene[], cast: Cast, present: Date): Promise<number> {
  const timeline = scenes.flatMap((scene, index) => {
    let at = present.getTime() - scene.ago * MINUTE;
    return scene.steps.map((step, position) => ({ scene, index, step, position, at: new Date((at += step.wait * MINUTE)) }));
  });
  // Two steps of one scene at the same minute keep their order; scenes never overtake themselves.
  timeline.sort((a, b) => a.at.getTime() - b.at.getTime() || a.index - b.index || a.position - b.position);

  const played = new Map<number, Played>();
  for (const { scene, index, step, position, at } of timeline) {
    const state = played.get(index) ?? (await begin(means, scene, index, at));
    played.set(index, state);
    await perform(means, state, step, position, cast, at);
  }
  return timeline.length;
}

async function begin(means: Means, scene: Scene, index: number, at: Date): Promise<Played> {
  const ctx = contextFor(means, { kind: "system", name: "seed" }, at);
  const contactId = await openContact(ctx, { channel: "webchat", externalId: `seed-${index}-${scene.ago}` });
  return { scene, index, contactId, conversationId: null };
}

async function perform(means: Means, state: Played, step: Step, position: number, cast: Cast, at: Date): Promise<void> {
  const holdJobs: HeldJob[] = [];
  const ctxOf = (actor: Actor) => contextFor({ ...means, holdJobs }, actor, at);
  const visitor = { kind: "visitor", contactId: state.contactId } as const;
  const staff = (who: Who): Context => ctxOf(cast.get(who)!);
  const clientId = namedUuid(`${state.index}/${position}`, NAMESPACE);
  const language = state.scene.language ?? "fr";
  const conversationId = state.conversationId ?? "";

  switch (step.do) {
    case "visitor": {
      const words = { contactId: state.contactId, text: step.text, clientId, language, source: state.scene.source ?? null };
      state.conversationId = (await receiveMessage(ctxOf(visitor), words)).conversationId;
      break;
    }
    case "person":
      await askForPerson({ ...ctxOf(visitor), actor: visitor }, { clientId, language, source: state.scene.source });
      break;
    case "take":
      await take(staff(step.who), { conversationId });
      break;
    case "reply": {
      const { seq } = await reply(staff(step.who), { conversationId, clientId, text: step.text });
      await markRead(staff(step.who), { conversationId, seq });
      break;
    }
    case "note":
      await addNote(staff(step.who), { conversationId, clientId, text: step.text });
      break;
    case "tag":
      await tagCase(staff(step.who), { conversationId, axis: step.axis, code: step.code });
      break;
    case "danger":
      await assessDanger(staff(step.who), { conversationId, level: step.level, answers: step.answers, reason: step.reason });
      break;
    case "relay":
      await relay(staff(step.who), {
        conversationId,
        brief: step.brief,
        toUserId: step.to ? cast.get(step.to)!.id : null,
        toSkill: step.skill,
      });
      break;
    case "release":
      await release(staff(step.who), { conversationId, reason: step.reason });
      break;
    case "close":
      await close(staff(step.who), { conversationId, outcome: step.outcome });
      break;
    case "leave":
      await endAsVisitor(ctxOf(visitor), { conversationId });
      break;
    case "feedback":
      await giveFeedback(ctxOf(visitor), { conversationId, helped: step.helped, again: step.again });
      break;
    default:
      assertNever(step);
  }
  for (const job of holdJobs)
    if (job.name === "triage.take-turn") await takeTurn(ctxOf({ kind: "bot" }), { conversationId: state.conversationId! });
}

import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { sessionCookie } from "@/app/_doors/session-cookie";
import { createUser } from "@/lib/accounts/create-user";
import { sessionActor } from "@/lib/accounts/load-session";
import { openSession } from "@/lib/accounts/open-session";
import type { Actor, StaffActor } from "@/lib/contract/actor";
import { CreateUserInput } from "@/lib/contract/inputs";
import { openContact } from "@/lib/conversations/open-contact";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { contextFor, type Context } from "@/lib/core/context";
import { escalate } from "@/lib/routing/escalate";
import { take } from "@/lib/routing/take";
import { addShift } from "@/lib/shifts/add-shift";

/** The people of the bench, made with the verbs that people use. What the verbs enqueue is not run. */

export type Means = Pick<Context, "db" | "vault">;

/** Somebody who answers, and the cookie of their session. */
export interface Counsellor {
  actor: StaffActor;
  cookie: string;
}

/** Somebody who writes: their cookie, and who answers them (an index; null while nobody does). */
export interface Talk {
  conversationId: string;
  cookie: string;
  counsellor: number | null;
}

const HOUR = 3_600_000;
const AT_ONCE = 8;

const as = (means: Means, actor: Actor) => contextFor({ ...means, holdJobs: [] }, actor, new Date());

/** Counsellors on duty, each with a session. */
export async function hire(means: Means, count: number): Promise<Counsellor[]> {
  return each(count, async (n) => {
    const system = as(means, { kind: "system", name: "bench" });
    const input = CreateUserInput.parse({
      email: `bench-${n}@bench.example`,
      name: `Counsellor ${n}`,
      roles: ["listener"],
      skills: ["listening"],
      capacity: 20,
      password: randomBytes(24).toString("base64url"),
    });
    const { id } = await createUser(system, input);
    const now = Date.now();
    const times = { startAt: new Date(now - HOUR).toISOString(), endAt: new Date(now + 6 * HOUR).toISOString() };
    await addShift(system, { userId: id, ...times });
    // As after a sign-in elsewhere: 48 password hashes in a row would measure Argon2.
    const client = { device: "bench", address: "127.0.0.1" };
    const { sessionId } = await openSession(
      as(means, { kind: "nobody" }),
      { userId: id, passwordHash: null },
      { by: "oidc" },
      client,
    );
    const actor = await sessionActor(means, sessionId, new Date(), true);
    if (actor === null) throw new Error("A session does not open");
    const { name, value } = await sessionCookie({ sid: sessionId, uid: id }, 6 * 3600);
    return { actor, cookie: `${name}=${value}` };
  });
}

/** Conversations that a counsellor has taken, spread over all of them. */
export async function talks(means: Means, count: number, counsellors: readonly Counsellor[]): Promise<Talk[]> {
  return each(count, async (n) => {
    const counsellor = n % counsellors.length;
    const { conversationId, cookie, visitor } = await begin(means);
    await escalate(as(means, visitor), { conversationId, reason: "user_request" });
    await take(as(means, counsellors[counsellor]!.actor), { conversationId });
    return { conversationId, cookie, counsellor };
  });
}

/** People who have said a first word to the bot and wait for nothing. */
export async function idlers(means: Means, count: number): Promise<Talk[]> {
  return each(count, async () => {
    const { conversationId, cookie } = await begin(means);
    return { conversationId, cookie, counsellor: null };
  });
}

async function begin(means: Means) {
  const externalId = randomBytes(32).toString("base64url");
  const system = as(means, { kind: "system", name: "webchat door" });
  const contactId = await openContact(system, { channel: "webchat", externalId });
  const visitor = { kind: "visitor", contactId } as const;
  const first = { contactId, clientId: uuid(), text: "Bonjour, il y a quelqu'un ?", language: "fr" } as const;
  const { conversationId } = await receiveMessage(as(means, visitor), first);
  return { conversationId, cookie: `chat_3018=${externalId}`, visitor };
}

/** Makes so many, several at once. */
export async function each<T>(count: number, make: (n: number) => Promise<T>, atOnce = AT_ONCE): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < count; n = next++) made[n] = await make(n);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane));
  return made;
}

import { randomBytes, randomUUID } from "node:crypto";
import { v7 as uuid } from "uuid";
import { deactivate } from "@/lib/accounts/deactivate";
import { tagCase } from "@/lib/cases/tag-case";
import type { Actor, StaffActor } from "@/lib/contract/actor";
import { contextFor, type Context } from "@/lib/core/context";
import { assessDanger } from "@/lib/conversations/assess-danger";
import { close } from "@/lib/conversations/close";
import { openContact } from "@/lib/conversations/open-contact";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { relay } from "@/lib/routing/relay";
import { take } from "@/lib/routing/take";
import { askForPerson } from "@/lib/triage/ask-for-person";
import type { Role } from "@/lib/contract/roles";
import { makePerson, signIn, type Person } from "./people";
import type { House } from "./server";

/** Who knocks, in the order of the table's columns. */
export const WHO = [
  "nobody", // no cookie at all
  "visitor", // who wrote the conversation
  "stranger", // another visitor, with a conversation of their own
  "owner", // the listener who has the conversation
  "other", // another listener
  "psych", // a psychologist
  "jurist", // to whom it is relayed or offered, where it is
  "digital", // a digital specialist
  "super", // a supervisor
  "planner",
  "admin",
  "gone", // a listener whose account was deactivated after signing in
  "half", // a supervisor whose second factor is still missing
] as const;
export type Who = (typeof WHO)[number];

/** What a conversation may be like when somebody knocks. */
export type State = "bot" | "waiting" | "offered" | "theirs" | "relay" | "closed" | "missing";

/** A fresh conversation of a fresh visitor. */
export interface Subject {
  conversationId: string;
  contactId: string;
  cookies: { visitor: string; stranger: string };
}

/** Stands in every message: in an answer to somebody who may not read, it is a leak. */
export const SECRET = "monsecretabsolu";

const ROLES: Partial<Record<Who, Role>> = {
  owner: "listener",
  other: "listener",
  psych: "psychologist",
  jurist: "jurist",
  digital: "digital",
  super: "supervisor",
  planner: "planner",
  admin: "administrator",
  gone: "listener",
  half: "supervisor",
};
const SYSTEM = { kind: "system", name: "matrix" } as const;

/** Everybody of the table, and conversations for them to knock at. */
export class World {
  readonly people = new Map<Who, Person>();
  /** An account that administrators do things to. */
  subject: Person | null = null;
  #gone = "";

  constructor(readonly house: House) {}

  async open(): Promise<void> {
    for (const who of WHO) {
      const role = ROLES[who];
      if (role) this.people.set(who, await makePerson(this.house, { name: `Personne ${who}`, roles: [role] }));
    }
    this.subject = await makePerson(this.house, { name: "Personne sujet", roles: ["listener"], onDuty: false });
    const gone = this.person("gone");
    this.#gone = cookiePair((await signIn(this.house, gone)).cookie);
    await deactivate(this.#ctx(SYSTEM), { userId: gone.id });
  }

  person(who: Who): Person {
    const person = this.people.get(who);
    if (!person) throw new Error(`${who} does not work here`);
    return person;
  }

  /** A cookie header of a fresh session, so that what one row ends does not end the next one's. */
  async cookieOf(who: Who, subject: Subject | null): Promise<string> {
    if (who === "nobody") return "";
    if (who === "gone") return this.#gone;
    if (who === "visitor" || who === "stranger") return subject?.cookies[who] ?? (await this.#visitor()).cookie;
    return cookiePair((await signIn(this.house, this.person(who), { secondFactor: who !== "half" })).cookie);
  }

  async conversation(state: State): Promise<Subject> {
    const [visitor, stranger] = [await this.#visitor(), await this.#visitor()];
    const words = (contactId: string) => ({
      contactId,
      clientId: randomUUID(),
      text: `bonjour, ${SECRET}`,
      language: "fr" as const,
    });
    const cookies = { visitor: visitor.cookie, stranger: stranger.cookie };
    const { contactId } = visitor;
    await receiveMessage(this.#ctx({ kind: "visitor", contactId: stranger.contactId }), words(stranger.contactId));
    const { conversationId } = await receiveMessage(this.#ctx({ kind: "visitor", contactId }), words(contactId));
    const id = { conversationId };
    const owner = this.#ctx(this.#actor("owner"));
    if (state !== "bot") {
      const me = { kind: "visitor", contactId } as const;
      await askForPerson({ ...this.#ctx(me), actor: me }, { clientId: randomUUID(), language: "fr" });
    }
    if (state === "theirs" || state === "relay" || state === "closed") {
      await take(owner, id);
      await assessDanger(owner, { ...id, level: "F2", answers: {} });
      await tagCase(owner, { ...id, axis: "motif", code: "horschamp.test" });
    }
    if (state === "relay") await relay(owner, { ...id, brief: `${SECRET} aussi`, toUserId: null, toSkill: "legal" });
    if (state === "closed") await close(owner, id);
    if (state === "offered") await this.#offer(conversationId, this.person("jurist").id);
    return { conversationId: state === "missing" ? uuid() : conversationId, contactId, cookies };
  }

  async sessionOf(person: Person): Promise<string> {
    return (await signIn(this.house, person)).actor.sessionId;
  }

  #actor(who: Who): StaffActor {
    const { id, name, roles, skills } = this.person(who);
    return { kind: "staff", id, name, roles, skills, sessionId: uuid(), secondFactorMissing: false };
  }

  /** Jobs are held back: nothing happens to a conversation but what the row does. */
  #ctx(actor: Actor): Context {
    const { db, vault, now } = this.house;
    return contextFor({ db, vault, holdJobs: [] }, actor, now());
  }

  async #visitor(): Promise<{ contactId: string; cookie: string }> {
    const identity = randomBytes(32).toString("base64url");
    const contactId = await openContact(this.#ctx(SYSTEM), { channel: "webchat", externalId: identity });
    return { contactId, cookie: `chat_3018=${identity}` };
  }

  async #offer(conversationId: string, userId: string): Promise<void> {
    const { db, now } = this.house;
    const [at, expiresAt] = [now(), new Date(now().getTime() + 600_000)];
    await db.offer.create({ data: { id: uuid(), conversationId, userId, at, expiresAt, why: {} } });
    await db.conversation.update({ where: { id: conversationId }, data: { offeredToId: userId, offerExpiresAt: expiresAt } });
  }
}

const cookiePair = ({ name, value }: { name: string; value: string }) => `${name}=${value}`;

import { encode } from "next-auth/jwt";
import { addShift } from "@/lib/shifts/add-shift";
import { createUser } from "@/lib/accounts/create-user";
import { openSession } from "@/lib/accounts/open-session";
import { CreateUserInput } from "@/lib/contract/inputs";
import type { Role, Skill } from "@/lib/contract/roles";
import type { Actor, StaffActor } from "@/lib/contract/actor";
import type { Context } from "@/lib/core/context";
import { SECRETS } from "./secrets";

export const PASSWORD = "une phrase assez longue";
const SYSTEM = { kind: "system", name: "journey" } as const;
const HOUR = 3_600_000;
const SKILLS: Partial<Record<Role, Skill[]>> = {
  listener: ["listening"],
  psychologist: ["listening", "psychological"],
  jurist: ["listening", "legal"],
  digital: ["listening", "digital"],
  supervisor: ["listening"],
};

/** Where verbs are done: a house has these. */
interface Place {
  ctx: (actor: Actor) => Context;
  now: () => Date;
}

export interface NewPerson {
  name: string;
  roles: Role[];
  capacity?: number;
  /** With a shift around the present; by default whoever answers people. */
  onDuty?: boolean;
}

export interface Person {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  skills: Skill[];
}

let counter = 0;

/** Somebody who works here, made by the verbs that an administrator and a planner use. */
export async function makePerson(house: Place, { name, roles, capacity, onDuty }: NewPerson): Promise<Person> {
  counter += 1;
  const email = `person-${process.pid}-${counter}@test.example`;
  const skills = [...new Set(roles.flatMap((role) => SKILLS[role] ?? []))];
  const answers = skills.length > 0;
  const input = { email, name, roles, skills, capacity: capacity ?? (answers ? 3 : 0), password: PASSWORD };
  const { id } = await createUser(house.ctx(SYSTEM), CreateUserInput.parse(input));
  if (onDuty ?? answers) {
    const at = house.now().getTime();
    const [startAt, endAt] = [at - HOUR, at + 12 * HOUR].map((instant) => new Date(instant).toISOString());
    await addShift(house.ctx(SYSTEM), { userId: id, startAt: startAt!, endAt: endAt! });
  }
  return { id, name, email, roles, skills };
}

export interface OpenSession {
  actor: StaffActor;
  /** Of the session, as the browser sends it. */
  cookie: { name: string; value: string };
}

/** Signs somebody in past the form: a session row by the verb, in the cookie that the application itself would set. */
export async function signIn(house: Place, person: Person, { secondFactor = true } = {}): Promise<OpenSession> {
  const { sessionId } = await openSession(
    house.ctx({ kind: "nobody" }),
    { userId: person.id, passwordHash: null },
    { by: "oidc", secondFactor },
    { device: "Chrome · Linux", address: "192.0.2.7" },
  );
  const token = { sid: sessionId, uid: person.id };
  const { id, name, roles, skills } = person;
  return {
    actor: { kind: "staff", id, name, roles, skills, sessionId, secondFactorMissing: false },
    cookie: {
      name: "next-auth.session-token",
      value: await encode({ token, secret: SECRETS.NEXTAUTH_SECRET, maxAge: 12 * 3600 }),
    },
  };
}

import { generate } from "otplib";
import type { StaffActor } from "@/lib/contract/actor";
import type { Role } from "@/lib/contract/roles";
import { confirmSecondFactor } from "@/lib/accounts/confirm-second-factor";
import { createUser } from "@/lib/accounts/create-user";
import { enrolSecondFactor } from "@/lib/accounts/enrol-second-factor";
import { sessionActor } from "@/lib/accounts/load-session";
import { signIn } from "@/lib/accounts/sign-in";
import { CreateUserInput } from "@/lib/contract/inputs";
import { TUESDAY_15H, type Scene } from "./factories";

export const PASSWORD = "une phrase assez longue";
export const CLIENT = { device: "Firefox · Linux", address: "192.0.2.7" };
export const SYSTEM = { kind: "system", name: "test" } as const;
export const NOBODY = { kind: "nobody" } as const;

export const seconds = (count: number, from: Date = TUESDAY_15H) => new Date(from.getTime() + count * 1000);
export const minutes = (count: number, from: Date = TUESDAY_15H) => seconds(count * 60, from);

let counter = 0;

/** Somebody with a password, made by the verb. */
export async function person(scene: Scene, roles: Role[] = ["listener"], name = "Camille") {
  counter += 1;
  const email = `person-${counter}@test.example`;
  const input = CreateUserInput.parse({ email, name, roles, skills: ["listening"], password: PASSWORD });
  const { id } = await createUser(scene.ctx(SYSTEM), input);
  return { id, email };
}

/** Signs somebody in. @returns the actor that a door would make of the session */
export async function signedIn(scene: Scene, email: string, at: Date = TUESDAY_15H, code?: string): Promise<StaffActor> {
  const { sessionId } = await signIn(scene.ctx(NOBODY, at), { email, password: PASSWORD, code }, CLIENT);
  const actor = await sessionActor(scene, sessionId, at, true);
  if (actor === null) throw new Error("The session does not open");
  return actor;
}

/** What the authenticator app shows. */
export async function codeOf(secret: string, at: Date): Promise<string> {
  return generate({ secret, epoch: Math.floor(at.getTime() / 1000) });
}

/** Enrols the actor's second factor. @returns the app's secret and the recovery codes */
export async function withSecondFactor(scene: Scene, actor: StaffActor, at: Date = TUESDAY_15H) {
  const { secret } = await enrolSecondFactor(scene.ctx(actor, at));
  const { recoveryCodes } = await confirmSecondFactor(scene.ctx(actor, at), { code: await codeOf(secret, at) });
  return { secret, recoveryCodes };
}

/** Subjects of the audit entries of a verb, oldest first. */
export async function audited(scene: Scene, verb: string): Promise<unknown[]> {
  return (await scene.db.auditEntry.findMany({ where: { verb }, orderBy: { id: "asc" } })).map((entry) => entry.subject);
}

/** Logged events of a type, with their rooms, oldest first. */
export async function emitted(scene: Scene, type: string): Promise<{ rooms: string[]; event: unknown }[]> {
  return scene.db.$queryRaw`select rooms, event from event_log where event ->> 'type' = ${type} order by id`;
}

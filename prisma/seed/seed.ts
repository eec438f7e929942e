import { v5 as namedUuid } from "uuid";
import type { StaffActor } from "@/lib/contract/actor";
import { createUser } from "@/lib/accounts/create-user";
import { importHistory } from "@/lib/conversations/import-history";
import { contextFor, type Context } from "@/lib/core/context";
import { addShift } from "@/lib/shifts/add-shift";
import { CANNED_REPLIES } from "./canned-replies";
import { CLOSED_SCENES } from "./evening-closed";
import { OPEN_SCENES } from "./evening-open";
import { SHORT_SCENES } from "./evening-short";
import { generateHistory } from "./history";
import { PEOPLE } from "./people";
import { playScenes } from "./play";
import { saveCannedReply } from "@/lib/conversations/save-canned-reply";

type Means = Pick<Context, "db" | "vault">;

const HOUR = 3_600_000;
const NAMESPACE = "3018c0de-0000-5000-8000-000000000003";
const HISTORY_BATCH = 200;

/**
 * Fills an empty database with a believable evening, written only with verbs (design.md §2): 12 people and their shifts, a month of
 * closed conversations through the bulk-import verb, then the evening's scenes up to `present`. Deterministic for the same `present`.
 */
export async function seed(means: Means, options: { present: Date; password: string; history: number }): Promise<void> {
  const { present, password, history } = options;
  const long = new Date(present.getTime() - 40 * 24 * HOUR);
  const system = (at: Date) => contextFor({ ...means, holdJobs: [] }, { kind: "system", name: "seed" }, at);

  const cast = new Map<string, StaffActor>();
  for (const person of PEOPLE) {
    const { key, ...account } = person;
    const { name, roles, skills } = account;
    const { id } = await createUser(system(long), { ...account, password }, { demo: true, id: namedUuid(key, NAMESPACE) });
    cast.set(key, { kind: "staff", id, name, roles, skills, sessionId: namedUuid(key, NAMESPACE), secondFactorMissing: false });
  }
  for (const person of cast.values()) {
    if (person.skills.length === 0) continue;
    // On duty around the present, whatever the hour: the demonstration can be tried at any time (contract.md).
    await addShift(system(present), {
      userId: person.id,
      startAt: new Date(present.getTime() - 5 * HOUR).toISOString(),
      endAt: new Date(present.getTime() + 24 * 30 * HOUR).toISOString(),
    });
  }
  for (const canned of CANNED_REPLIES) await saveCannedReply(system(present), canned);

  const counsellors = [...cast.values()].filter((person) => person.skills.length > 0).map((person) => person.id);
  const past = generateHistory(history, counsellors, present);
  for (let start = 0; start < past.length; start += HISTORY_BATCH) {
    await importHistory(system(present), { conversations: past.slice(start, start + HISTORY_BATCH) });
  }
  await playScenes(means, [...SHORT_SCENES, ...CLOSED_SCENES, ...OPEN_SCENES], cast, present);
}

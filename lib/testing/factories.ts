import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Actor, StaffActor } from "@/lib/contract/actor";
import type { Role, Skill } from "@/lib/contract/roles";
import { contextFor, type Context } from "@/lib/core/context";
import { openDatabase, type Database } from "@/lib/core/db";
import type { HeldJob } from "@/lib/core/job-queue";
import { Vault } from "@/lib/core/vault";
import type { Prisma } from "@/prisma/generated/client";
import { testDatabase } from "./database";

/** A Tuesday afternoon in the middle of opening hours. */
export const TUESDAY_15H = new Date("2026-11-24T14:00:00.000Z");

/** A database of one's own, and what makes contexts and people in it. Factories fill every parent that a test does not name. */
export interface Scene {
  db: Database;
  vault: Vault;
  url: string;
  /** Jobs that changes of this scene's contexts enqueued; none runs by itself. */
  jobs: HeldJob[];
  ctx: (actor: Actor, now?: Date) => Context;
  staff: (
    given?: Partial<{
      name: string;
      roles: Role[];
      skills: Skill[];
      languages: string[];
      capacity: number;
      present: boolean;
      onDuty: boolean;
    }>,
  ) => Promise<StaffActor>;
  conversation: (
    given?: Partial<Prisma.ConversationUncheckedCreateInput>,
  ) => Promise<{ id: string; contactId: string; visitor: Extract<Actor, { kind: "visitor" }> }>;
  close: () => Promise<void>;
}

/** Opens a scene on a fresh clone of the migrated template. Call `close` in afterAll. */
export async function openScene(vault: Vault = new Vault([randomBytes(32).toString("base64")])): Promise<Scene> {
  const { url, drop } = await testDatabase();
  const db = openDatabase(url, 20);
  await vault.unlock(db, TUESDAY_15H);
  const jobs: HeldJob[] = [];
  const means = { db, vault, holdJobs: jobs };

  return {
    db,
    vault,
    url,
    jobs,
    ctx: (actor, now = TUESDAY_15H) => contextFor(means, actor, now),
    staff: async (given = {}) => {
      const id = uuid();
      const roles = given.roles ?? ["listener"];
      const skills = given.skills ?? ["listening"];
      const name = given.name ?? `Person ${id.slice(-4)}`;
      const at = TUESDAY_15H;
      await db.user.create({
        data: {
          id,
          email: `${id}@test.example`,
          name,
          roles,
          skills,
          languages: given.languages ?? ["fr"],
          capacity: given.capacity ?? 3,
          createdAt: at,
          vaultKeyId: await vault.createKey(db, "user", at),
          presence:
            given.present === false
              ? undefined
              : { create: { state: "available", since: at, lastSeenAt: at, present: true, idleSince: at } },
          shifts:
            given.onDuty === false
              ? undefined
              : {
                  create: {
                    id: uuid(),
                    startAt: new Date(at.getTime() - 6 * 3_600_000),
                    endAt: new Date(at.getTime() + 8 * 3_600_000),
                  },
                },
        },
      });
      return { kind: "staff", id, name, roles, skills, sessionId: uuid(), secondFactorMissing: false };
    },
    conversation: async (given = {}) => {
      const at = TUESDAY_15H;
      const id = given.id ?? uuid();
      const contactId = uuid();
      await db.contact.create({
        data: {
          id: contactId,
          channel: "webchat",
          identityHash: vault.lookup("webchat", contactId),
          identity: new Uint8Array(randomBytes(16)),
          createdAt: at,
          vaultKeyId: await vault.createKey(db, "contact", at),
        },
      });
      const state = given.state ?? "bot";
      await db.conversation.create({
        data: {
          id,
          contactId,
          channel: "webchat",
          language: "fr",
          state,
          createdAt: at,
          lastMessageAt: at,
          waitingSince: state === "waiting" ? at : null,
          vaultKeyId: await vault.createKey(db, "conversation", at),
          ...given,
        },
      });
      if (state === "active" && given.counsellorId) {
        await db.assignment.create({
          data: { id: uuid(), conversationId: id, userId: given.counsellorId, via: "take", since: at },
        });
      }
      if (state === "waiting") {
        await db.escalation.create({
          data: { id: uuid(), conversationId: id, reason: "user_request", skill: "listening", danger: "FX", at },
        });
      }
      return { id, contactId, visitor: { kind: "visitor", contactId } };
    },
    close: async () => {
      await db.$disconnect();
      await drop();
    },
  };
}

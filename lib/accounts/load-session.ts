import type { StaffActor } from "@/lib/contract/actor";
import type { Role, Skill } from "@/lib/contract/roles";
import { changeSilently } from "@/lib/core/change";
import { config } from "@/lib/core/config";
import { contextFor, type Context } from "@/lib/core/context";
import { settingOf } from "@/lib/core/settings";
import { lacksSecondFactor } from "./second-factor-rule";

/** How exact "last seen" is: a session is written to at most this often. */
const TOUCH_MS = 60_000;

interface Row {
  userId: string;
  name: string;
  roles: Role[];
  skills: Skill[];
  lastSeenAt: Date;
  confirmedAt: Date | null;
  provenAt: Date | null;
  idle: unknown;
}

/**
 * Who a session belongs to, in one query: null when it is unknown, revoked, expired, idle for too long, or its person deactivated.
 * Every request and every socket handshake asks this.
 * @param activity false for what a tab does by itself: an open desk in an empty room must become idle
 */
export async function sessionActor(
  means: Pick<Context, "db" | "vault">,
  sessionId: string,
  now: Date,
  demo: boolean = config().demo,
  activity: boolean = true,
): Promise<StaffActor | null> {
  const [row] = await means.db.$queryRaw<Row[]>`
    select u.id as "userId", u.name, u.roles, u.skills, s.last_seen_at as "lastSeenAt", u.totp_confirmed_at as "confirmedAt",
           s.second_factor_at as "provenAt", (select value from setting where name = 'sessionIdleMinutes') as idle
      from session s join app_user u on u.id = s.user_id
     where s.id = ${sessionId}::uuid and s.revoked_at is null and s.expires_at > ${now}
       and u.deactivated_at is null and (${demo} or not u.demo)`;
  if (!row) return null;
  const unseen = now.getTime() - row.lastSeenAt.getTime();
  if (unseen > settingOf("sessionIdleMinutes", row.idle) * 60_000) return null;
  if (activity && unseen >= TOUCH_MS) await touch(means, sessionId, now);
  const { userId: id, name, roles, skills } = row;
  return { kind: "staff", id, name, roles, skills, sessionId, secondFactorMissing: lacksSecondFactor(row, demo) };
}

async function touch(means: Pick<Context, "db" | "vault">, sessionId: string, now: Date): Promise<void> {
  const ctx = contextFor(means, { kind: "system", name: "session" }, now, sessionId);
  await changeSilently(ctx, "last seen", async ({ tx }) => {
    const before = new Date(now.getTime() - TOUCH_MS);
    await tx.session.updateMany({ where: { id: sessionId, lastSeenAt: { lte: before } }, data: { lastSeenAt: now } });
  });
}

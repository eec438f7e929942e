import type { DeskView } from "@/lib/contract/views";
import { config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { NotFound } from "@/lib/core/errors";
import { currentCursor } from "@/lib/core/event-log";
import { permit } from "@/lib/core/permission";
import { readSettings } from "@/lib/core/settings";
import { loadConversations } from "@/lib/conversations/load";
import { readLine } from "@/lib/shifts/read-line";
import { Prisma } from "@/prisma/generated/client";
import { readColleagues } from "./read-colleagues";
import { rowFor, rowsForHearers } from "./read-row";

/** Everything the desk shows at first sight: the cursor first, then the snapshot (design.md §4). As many queries for one row as for hundreds. */
export async function readDesk(ctx: Context, _input: object = {}): Promise<DeskView> {
  permit(ctx.actor, "desk.open");
  if (ctx.actor.kind !== "staff") throw new NotFound();
  const { actor, db, vault, now } = ctx;
  const cursor = await currentCursor(db);
  const [conversations, colleagues, line, settings] = await Promise.all([
    loadConversations(db, Prisma.sql`c.state <> 'closed'`, Prisma.sql`order by c.created_at, c.id`),
    readColleagues(db, now),
    readLine(db, now, { aroundTheClock: config().demoHours === "always" }),
    readSettings(db),
  ]);
  const rows = (await rowsForHearers(db, vault, conversations)).map((row) => rowFor(actor, row)).filter((row) => row !== null);
  const me = colleagues.find((colleague) => colleague.id === actor.id);
  return {
    cursor,
    now: now.toISOString(),
    me: {
      id: actor.id,
      name: actor.name,
      roles: [...actor.roles],
      skills: [...actor.skills],
      presence: me?.presence ?? "away",
      capacity: me?.capacity ?? 0,
      onDuty: me?.onDuty ?? false,
    },
    rows,
    colleagues,
    line,
    settings: {
      ageingMinutes: settings.ageingMinutes,
      offerSeconds: settings.offerSeconds,
      maskPreviews: settings.maskPreviews,
    },
  };
}

import type { z } from "zod";
import type { PresenceInput } from "@/lib/contract/inputs";
import { change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Refusal } from "@/lib/core/errors";
import { permit } from "@/lib/core/permission";
import { loadChanged } from "./load-changed";
import { wakeRouting } from "./wake-routing";

type Input = z.output<typeof PresenceInput>;

/** A person says that they can be offered conversations, or need a pause: what was on offer to them goes to the next one. */
export async function setPresence(ctx: Context, { presence }: Input): Promise<Input> {
  return change(ctx, async (work) => {
    const { actor } = ctx;
    permit(actor, "presence.set");
    if (actor.kind !== "staff") throw new Refusal("forbidden");
    await work.tx.$executeRaw`
      insert into presence (user_id, since) values (${actor.id}::uuid, ${ctx.now}) on conflict (user_id) do nothing`;
    const { count } = await work.tx.presence.updateMany({
      where: { userId: actor.id, state: { not: presence } },
      data: { state: presence, since: ctx.now },
    });
    work.audit("presence.set", { userId: actor.id, presence });
    if (count === 0) return { presence };
    await loadChanged(work, [actor.id]);
    if (presence === "paused") work.enqueue("routing.withdraw-offers", { userId: actor.id });
    wakeRouting(work, `presence:${presence}`);
    return { presence };
  });
}

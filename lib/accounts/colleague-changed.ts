import type { Change } from "@/lib/core/change";
import { loadChanged } from "./load-changed";
import { wakeRouting } from "./wake-routing";

/** Tells the person, the desks, and the routing: somebody may have more room now, or none. */
export async function colleagueChanged(work: Change, userId: string): Promise<void> {
  await loadChanged(work, [userId]);
  work.emit([`user:${userId}`], { type: "account.changed", userId });
  wakeRouting(work, "account-changed");
}

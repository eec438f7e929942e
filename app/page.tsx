import { redirect } from "next/navigation";
import { may } from "@/lib/contract/permissions";
import { requireActor } from "./_doors/require-actor";

/** `/` → sign-in, or where this person works. */
export default async function Home() {
  const actor = await requireActor("session.any");
  redirect(may(actor, "desk.open") ? "/inbox" : may(actor, "accounts.list") ? "/admin/accounts" : "/account");
}

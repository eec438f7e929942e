import type { Actor } from "@/lib/contract/actor";
import { may, type GeneralPermission } from "@/lib/contract/permissions";

export type NavKey = "inbox" | "admin";
export interface NavItem {
  key: NavKey;
  href: string;
}

const ALL: readonly (NavItem & { permission: GeneralPermission })[] = [
  { key: "inbox", href: "/inbox", permission: "desk.open" },
  { key: "admin", href: "/admin/accounts", permission: "accounts.list" },
];

/** The pages this actor may open, in the order of the rail. */
export function navItems(actor: Actor): NavItem[] {
  return ALL.filter((item) => may(actor, item.permission)).map(({ key, href }) => ({ key, href }));
}

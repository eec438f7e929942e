"use client";
import { MessagesSquare, SlidersHorizontal, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { NavItem, NavKey } from "./nav-items";

export const NAV_DRAWINGS: Record<NavKey, LucideIcon> = {
  inbox: MessagesSquare,
  admin: SlidersHorizontal,
};

/** One place to go. `stacked` is the rail and the bottom bar, `line` the drawer. */
export function NavLink({ item, shape, onGo }: { item: NavItem; shape: "stacked" | "line"; onGo?: () => void }) {
  const t = useTranslations("shell.nav");
  const path = usePathname();
  const here = path === item.href || path.startsWith(`${item.href}/`);
  return (
    <Link
      href={item.href}
      aria-current={here ? "page" : undefined}
      onClick={onGo}
      className={classNames(
        "flex items-center rounded focus-inset transition-colors",
        shape === "stacked" ? "min-h-14 flex-col justify-center gap-0.5 px-1 text-table" : "min-h-11 gap-3 px-3",
        here ? "bg-accent-tint font-medium text-accent" : "text-ink-soft hover:bg-well hover:text-ink",
      )}
    >
      <Icon of={NAV_DRAWINGS[item.key]} />
      {t(item.key)}
    </Link>
  );
}

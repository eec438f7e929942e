"use client";
import { Command as CommandIcon, Keyboard, Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { AccountMenu } from "./account-menu";
import { CommandPalette } from "./command-palette";
import { useConnection } from "./connection";
import { ConnectionState, OfflineBanner, useConnectionSpoken } from "./connection-state";
import { DrawerLine } from "./drawer-line";
import type { NavItem } from "./nav-items";
import { NavLink } from "./nav-link";
import { ShortcutSheet } from "./shortcut-sheet";
import { useShortcutKeys, useShortcuts } from "./shortcuts";
import { useShellCommands } from "./use-shell-commands";

export interface ShellFrameProps {
  name: string;
  items: readonly NavItem[];
  signOut: () => void;
  status?: ReactNode;
  children: ReactNode;
}

const STACKED =
  "focus-inset flex min-h-14 w-full flex-col items-center justify-center gap-0.5 rounded px-1 text-table text-ink-soft hover:bg-well hover:text-ink";

/** Rail, drawer, bottom bar, status line, and what Ctrl K and "?" open. */
export function ShellFrame({ name, items, signOut, status, children }: ShellFrameProps) {
  const t = useTranslations();
  const [overlay, setOverlay] = useState<"shortcuts" | "palette" | "drawer" | null>(null);
  const close = () => setOverlay(null);
  const connection = useConnection();

  useConnectionSpoken();
  useShortcutKeys();
  useShortcuts([
    {
      keys: "mod+k",
      label: t("shell.shortcuts.palette"),
      group: t("shell.shortcuts.everywhere"),
      run: () => setOverlay("palette"),
    },
    { keys: "?", label: t("shell.shortcuts.help"), group: t("shell.shortcuts.everywhere"), run: () => setOverlay("shortcuts") },
  ]);
  useShellCommands(items, signOut, () => setOverlay("shortcuts"));

  return (
    <div className="relative flex h-dvh flex-col overflow-clip">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:z-10 focus:m-2 focus:rounded focus:bg-sheet focus:p-3"
      >
        {t("common.skipToContent")}
      </a>

      <header className="hidden h-12 shrink-0 items-center gap-3 border-b border-line px-2 md:flex xl:hidden">
        <IconButton icon={MenuIcon} label={t("shell.openMenu")} side="below" onClick={() => setOverlay("drawer")} />
        <span className="font-bold">{t("common.product")}</span>
        <span className="ms-auto flex items-center gap-3 pe-2">
          {status}
          <ConnectionState />
        </span>
      </header>

      <div className="flex min-h-0 flex-1">
        <nav
          aria-label={t("shell.navigation")}
          className="hidden w-27 shrink-0 flex-col gap-1 border-e border-line p-1.5 xl:flex"
        >
          <span className="py-2 text-center text-chat font-bold">{t("common.product")}</span>
          {items.map((item) => (
            <NavLink key={item.key} item={item} shape="stacked" />
          ))}
          <span className="flex-1" />
          <AccountMenu name={name} signOut={signOut} side="after" align="end" className={STACKED} />
        </nav>
        <div className="flex min-w-0 flex-1 flex-col">
          <OfflineBanner />
          <main id="content" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto">
            {children}
          </main>
        </div>
      </div>

      {(connection?.state === "connecting" || connection?.state === "stale") && (
        <footer className="border-t border-line px-4 py-0.5 md:hidden">
          <ConnectionState />
        </footer>
      )}
      <nav
        aria-label={t("shell.navigation")}
        className="flex shrink-0 border-t border-line p-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] md:hidden"
      >
        {items.map((item) => (
          <div key={item.key} className="flex-1">
            <NavLink item={item} shape="stacked" />
          </div>
        ))}
        <div className="min-w-0 flex-1">
          <AccountMenu name={name} signOut={signOut} side="above" align="end" className={STACKED} />
        </div>
      </nav>

      <footer className="hidden h-8 shrink-0 items-center gap-4 border-t border-line px-4 text-table text-ink-soft xl:flex">
        <ConnectionState />
        {status}
        <span className="ms-auto flex items-center gap-1">
          <FooterButton onPress={() => setOverlay("shortcuts")} keys="?" label={t("shell.shortcuts.open")} />
          <FooterButton onPress={() => setOverlay("palette")} keys="mod+k" label={t("shell.palette.open")} />
        </span>
      </footer>

      <Dialog open={overlay === "drawer"} onClose={close} title={t("common.product")} shape="start">
        <nav aria-label={t("shell.navigation")} className="flex flex-col gap-1">
          {items.map((item) => (
            <NavLink key={item.key} item={item} shape="line" onGo={close} />
          ))}
        </nav>
        <div className="mt-4 flex flex-col gap-1 border-t border-line pt-4">
          <DrawerLine icon={CommandIcon} label={t("shell.palette.title")} onPress={() => setOverlay("palette")} />
          <DrawerLine icon={Keyboard} label={t("shell.shortcuts.title")} onPress={() => setOverlay("shortcuts")} />
          <AccountMenu
            name={name}
            signOut={signOut}
            side="below"
            align="start"
            className="flex min-h-11 items-center gap-3 rounded px-3 text-ink-soft focus-inset hover:bg-well hover:text-ink"
          />
        </div>
      </Dialog>
      <ShortcutSheet open={overlay === "shortcuts"} onClose={close} />
      <CommandPalette open={overlay === "palette"} onClose={close} />
    </div>
  );
}

function FooterButton({ label, keys, onPress }: { label: string; keys: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex h-7 items-center gap-2 rounded px-2 focus-inset hover:bg-well hover:text-ink"
    >
      <Kbd keys={keys} /> {label}
    </button>
  );
}

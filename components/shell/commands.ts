"use client";
import type { LucideIcon } from "lucide-react";
import { createRegistry } from "./registry";

export interface Command {
  id: string;
  label: string;
  /** Heading in the palette. */
  group: string;
  icon?: LucideIcon;
  /** Words that find it without being shown. */
  keywords?: string;
  keys?: string;
  run: () => void;
}

const registry = createRegistry<Command>();

/** Commands of a screen, for as long as it is shown. */
export function useCommands(commands: readonly Command[]): void {
  registry.useRegister(commands, commands.map((command) => command.id + command.label).join());
}

/** All commands that can be run now. */
export const useAllCommands = registry.useAll;

import { tabStorage } from "@/components/realtime/browser-storage";

/** What was typed and not sent outlives a reload in this tab, and nothing else; "Quitter vite" empties the drawer. */
const drawer = tabStorage("chat-draft");

export function keptDraft(): string {
  return drawer.load() ?? "";
}

export function keepDraft(text: string): void {
  if (text === "") drawer.clear();
  else drawer.save(text);
}

export function clearDraft(): void {
  drawer.clear();
}

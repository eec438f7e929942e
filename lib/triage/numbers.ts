import type { EmergencyNumbers } from "@/lib/contract/views";

/** The helpline's own number is its name. The others are settings, checked by the helpline (domain.md §6). */
const HELPLINE = "3018";

/** Names that may stand in braces in a text of the bot. `nextOpening` is filled by whoever sends. */
export const PLACEHOLDERS = [
  "helpline",
  "police",
  "medical",
  "european",
  "sms",
  "childProtection",
  "suicide",
  "victims",
  "nextOpening",
] as const;

/** Puts the numbers where their names stand in braces; an unknown name is left as it is, for the check of the script to find. */
export function fillNumbers(text: string, numbers: EmergencyNumbers): string {
  const known: Record<string, string> = { ...numbers, helpline: HELPLINE };
  return text.replace(/\{([a-zA-Z]{1,20})\}/g, (whole, name: string) =>
    Object.hasOwn(known, name) ? (known[name] ?? whole) : whole,
  );
}

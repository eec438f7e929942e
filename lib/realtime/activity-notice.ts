import { z } from "zod";

/** What servers tell each other about who looks and types: ids only, because PostgreSQL logs statements where it is told to. */
const Activity = z.object({
  /** Conversation. */
  c: z.uuid(),
  /** Who: a user's id, or the visitor. */
  w: z.union([z.uuid(), z.literal("visitor")]),
  a: z.enum(["viewing", "typing", "gone"]),
  m: z.enum(["reply", "note"]).optional(),
  /** The visitor who is to hear that somebody answers them. */
  v: z.uuid().optional(),
});
export type Activity = z.infer<typeof Activity>;

export const ACTIVITY_CHANNEL = "activity";

/** A NOTIFY takes less than 8,000 bytes. */
const LIMIT = 7500;

/** As few notifications as they fit into. */
export function toPayloads(notices: readonly Activity[]): string[] {
  const payloads: string[] = [];
  let held: string[] = [];
  let size = 2;
  for (const text of notices.map((notice) => JSON.stringify(notice))) {
    if (size + text.length + 1 > LIMIT) {
      payloads.push(`[${held.join(",")}]`);
      held = [];
      size = 2;
    }
    held.push(text);
    size += text.length + 1;
  }
  if (held.length > 0) payloads.push(`[${held.join(",")}]`);
  return payloads;
}

/** What cannot be read was not said: another version of the software may be running beside this one. */
export function fromPayload(payload: string): Activity[] {
  try {
    const parsed = z.array(Activity).safeParse(JSON.parse(payload));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

import type { MarkerCode } from "@/lib/contract/views";
import type { Change } from "@/lib/core/change";
import { appendMessage, type Appended, type Thread } from "./append-message";

/** Puts a system line ("Camille joined") into a locked thread; the verb that calls it says in the audit log why. */
export async function addMarker(work: Change, thread: Thread, code: MarkerCode, name: string | null = null): Promise<Appended> {
  return appendMessage(work, thread, { author: "system", marker: { code, name } });
}

import type { Change } from "@/lib/core/change";

/** Tells the two who see ticks, and nobody else, that they moved. */
export function receiptsChanged({ emit }: Change, { id, contactId }: { id: string; contactId: string }, version: number): void {
  emit([`conversation:${id}`, `visitor:${contactId}`], { type: "receipts.changed", conversationId: id, version });
}

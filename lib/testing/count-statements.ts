import pg from "pg";
import { vi } from "vitest";

/** Runs `work` and lists what went over the wire meanwhile, BEGIN and COMMIT included: the round trips that a hot path pays for. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    for (const [first] of query.mock.calls as unknown[][])
      seen.push(typeof first === "string" ? first : String((first as { text?: unknown }).text));
  } finally {
    query.mockRestore();
  }
  // The wake-up of the tails is sent after the commit, whenever the tick ends.
  return seen.filter((text) => !/pg_notify|core_wake/.test(text)).map((text) => text.replace(/\s+/g, " ").trim());
}

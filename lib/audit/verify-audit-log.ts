import {
  BEFORE_ALL,
  entriesBetween,
  LINK_LIMIT,
  linkHash,
  linksAfter,
  NO_LINK,
  type Link,
  type Place,
} from "@/lib/core/audit-log";
import type { Context } from "@/lib/core/context";
import { permit } from "@/lib/core/permission";

/** Where the chain does not hold: the link, and the entries that it covers. */
interface Break {
  link: string;
  after: string;
  upto: string;
  why: "chain-broken" | "entries-missing" | "entries-added" | "entries-changed";
}

export interface Verdict {
  links: number;
  entries: number;
  /** Written in the last seconds, or while the worker was off: not protected yet. */
  unsealed: number;
  /** Hash of the last link: written down elsewhere, it later proves that the end of the log was not cut off. */
  head: string;
  /** Whether the hash that somebody wrote down is still a link of this chain; null when none was given. */
  expectedFound: boolean | null;
  breaks: Break[];
}

const PAGE = 200;

/**
 * Recomputes the whole chain over the audit log: an entry changed, added or missing below a link, or a link changed or taken out, is
 * found. Cutting off the end, links included, is found only against a head written down elsewhere.
 */
export async function verifyAuditLog(ctx: Context, expected: string | null = null): Promise<Verdict> {
  permit(ctx.actor, "audit.verify");
  const verdict: Verdict = { links: 0, entries: 0, unsealed: 0, head: hex(NO_LINK), expectedFound: null, breaks: [] };
  if (expected !== null) verdict.expectedFound = false;
  let at = { link: 0n, place: BEFORE_ALL, hash: NO_LINK as Uint8Array };
  for (;;) {
    const links = await linksAfter(ctx.db, at.link, PAGE);
    for (const link of links) {
      const { why, entries } = await check(ctx, at, link);
      if (why !== null) verdict.breaks.push({ link: String(link.id), after: name(at.place), upto: name(link.upto), why });
      if (hex(link.hash) === expected) verdict.expectedFound = true;
      verdict.links += 1;
      verdict.entries += entries;
      at = { link: link.id, place: link.upto, hash: link.hash };
    }
    if (links.length < PAGE) break;
  }
  verdict.head = hex(at.hash);
  const [rest] = await ctx.db.$queryRaw<{ count: bigint }[]>`
    select count(*) as count from audit_entry where (xid, id) > (${at.place.xid}::text::xid8, ${at.place.id})`;
  verdict.unsealed = Number(rest!.count);
  return verdict;
}

async function check(
  { db }: Context,
  before: { place: Place; hash: Uint8Array },
  link: Link,
): Promise<{ why: Break["why"] | null; entries: number }> {
  // One more than a link can hold: somebody may have added.
  const entries = await entriesBetween(db, before.place, link.upto, LINK_LIMIT + 1);
  const because = (why: Break["why"] | null) => ({ why, entries: entries.length });
  if (hex(link.previous) !== hex(before.hash)) return because("chain-broken");
  if (entries.length < link.entries) return because("entries-missing");
  if (entries.length > link.entries) return because("entries-added");
  return because(hex(linkHash(link, entries)) === hex(link.hash) ? null : "entries-changed");
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function name(place: Place): string {
  return `${place.xid}:${place.id}`;
}

import { createHash } from "node:crypto";
import { changeSilently } from "./change";
import type { Context } from "./context";
import type { Tx } from "./db";

/**
 * The chain over the audit log (AuditSeal). Each link covers the entries after the link before, in (xid, id) order, and only below
 * the oldest running transaction: nothing can commit later in between, so a link never has to change.
 */

export interface SealedEntry {
  xid: string;
  id: bigint;
  at: Date;
  actorKind: string;
  actorId: string | null;
  verb: string;
  subject: unknown;
  requestId: string;
}

/** A place in the log. */
export interface Place {
  xid: string;
  id: bigint;
}

export interface Link {
  id: bigint;
  at: Date;
  upto: Place;
  entries: number;
  previous: Uint8Array;
  hash: Uint8Array;
}

export const BEFORE_ALL: Place = { xid: "0", id: 0n };
/** What the first link follows. */
export const NO_LINK = new Uint8Array(32);
/** Entries of one link at most. */
export const LINK_LIMIT = 2000;

/** SHA-256 over the hash before, the link's own header, and one canonical line an entry. */
export function linkHash(link: Pick<Link, "previous" | "at" | "upto" | "entries">, entries: readonly SealedEntry[]): Buffer {
  const hash = createHash("sha256").update(link.previous);
  hash.update(canonical([link.at.toISOString(), link.upto.xid, String(link.upto.id), link.entries]));
  for (const entry of entries) {
    const { xid, id, at, actorKind, actorId, verb, subject, requestId } = entry;
    hash.update(`\n${canonical([xid, String(id), at.toISOString(), actorKind, actorId, verb, subject, requestId])}`);
  }
  return hash.digest();
}

/** Entries after one place and up to another, in the order of the chain. */
export async function entriesBetween(tx: Tx, after: Place, upto: Place, limit: number): Promise<SealedEntry[]> {
  return tx.$queryRaw<SealedEntry[]>`
    select xid::text, id, at, actor_kind as "actorKind", actor_id as "actorId", verb, subject, request_id as "requestId"
      from audit_entry
     where (xid, id) > (${after.xid}::text::xid8, ${after.id}) and (xid, id) <= (${upto.xid}::text::xid8, ${upto.id})
     order by audit_entry.xid, id limit ${limit}`;
}

/** Links after one, oldest first. */
export async function linksAfter(tx: Tx, id: bigint, limit: number): Promise<Link[]> {
  const rows = await tx.$queryRaw<(Omit<Link, "upto"> & { uptoXid: string; uptoId: bigint })[]>`
    select id, at, upto_xid::text as "uptoXid", upto_id as "uptoId", entries, previous, hash
      from audit_seal where id > ${id} order by id limit ${limit}`;
  return rows.map(({ uptoXid, uptoId, ...link }) => ({ ...link, upto: { xid: uptoXid, id: uptoId } }));
}

/** Job `audit.seal`: links the committed entries that no link covers yet. @returns how many */
export async function sealAudit(ctx: Context): Promise<number> {
  for (let sealed = 0; ;) {
    const added = await changeSilently(ctx, "the chain is the audit of the audit", async ({ tx }) => addLink(tx, ctx.now));
    sealed += added;
    if (added < LINK_LIMIT) return sealed;
  }
}

async function addLink(tx: Tx, at: Date): Promise<number> {
  // One link after the other; the statements below then see the link that was waited for.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('audit.seal'))`;
  const [last] = await tx.$queryRaw<{ hash: Uint8Array; xid: string; id: bigint }[]>`
    select hash, upto_xid::text as xid, upto_id as id from audit_seal order by id desc limit 1`;
  const [horizon] = await tx.$queryRaw<{ xid: string }[]>`
    select xid::text from audit_entry where xid < pg_snapshot_xmin(pg_current_snapshot()) order by audit_entry.xid desc limit 1`;
  if (!horizon) return 0;
  const entries = await entriesBetween(tx, last ?? BEFORE_ALL, { xid: horizon.xid, id: 2n ** 63n - 1n }, LINK_LIMIT);
  const upto = entries.at(-1);
  if (!upto) return 0;
  const previous = last?.hash ?? NO_LINK;
  const hash = linkHash({ previous, at, upto, entries: entries.length }, entries);
  await tx.$executeRaw`
    insert into audit_seal (at, upto_xid, upto_id, entries, previous, hash)
    values (${at}, ${upto.xid}::text::xid8, ${upto.id}, ${entries.length}, ${previous}, ${hash})`;
  return entries.length;
}

/** JSON with sorted keys: jsonb's own order is PostgreSQL's business and may change with its version. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

import { v4 as uuidFrom } from "uuid";
import type { z } from "zod";
import type { ImportedConversation, ImportHistoryInput } from "@/lib/contract/inputs";
import { AXES, isAxisCode, TAXONOMY_VERSION, type Axis } from "@/lib/contract/taxonomy";
import { change, type Change } from "@/lib/core/change";
import type { Context } from "@/lib/core/context";
import { Invalid } from "@/lib/core/errors";
import { permit } from "@/lib/core/permission";
import { insertRows } from "./insert-rows";
import { importedRows, type Past } from "./imported-rows";

type Imported = z.output<typeof ImportedConversation>;

/**
 * Closed conversations of the past, many at a time: the demonstration's month, or another system's years. Ids follow from what is
 * given, so that a batch sent again adds nothing. One audit entry a batch, and no events: nobody waits to hear of the past.
 * @returns how many conversations were new
 * @throws Invalid for unknown codes, words of a counsellor who is not named, or an end before the beginning
 */
export async function importHistory(
  ctx: Context,
  { conversations }: z.output<typeof ImportHistoryInput>,
): Promise<{ imported: number }> {
  permit(ctx.actor, "history.import");
  refuseImpossible(conversations);
  return change(ctx, async (work) => {
    const { tx, audit } = work;
    // One import at a time: what is already there is asked once, and case numbers are taken in one piece.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('history.import', 0))::text`;
    const past = await newOnes(work, conversations);
    if (past.length === 0) return { imported: 0 };
    const rows = importedRows(ctx.vault, past);
    await insertRows(tx, "conversation", rows.conversations);
    await insertRows(tx, "message", rows.messages);
    await insertRows(tx, "assignment", rows.assignments);
    await insertRows(tx, "escalation", rows.escalations);
    await insertRows(tx, "danger_assessment", rows.dangers);
    await openCases(work, past);
    audit("history.imported", { conversations: past.length, messages: rows.messages.length });
    return { imported: past.length };
  });
}

function refuseImpossible(conversations: readonly Imported[]): void {
  const fields = conversations.flatMap((given, index) => {
    const wrong = (path: string, message: string) => ({ path: `conversations.${index}.${path}`, message });
    return [
      ...(Date.parse(given.closedAt) < Date.parse(given.createdAt) ? [wrong("closedAt", "ends before it begins")] : []),
      ...(given.topic !== null && !isAxisCode("motif", given.topic) ? [wrong("topic", "unknown code")] : []),
      ...(given.counsellorId === null && given.messages.some((message) => message.from === "counsellor")
        ? [wrong("counsellorId", "somebody answered")]
        : []),
      ...given.tags.flatMap(({ axis, code }, tag) =>
        AXES.includes(axis as Axis) && isAxisCode(axis as Axis, code) ? [] : [wrong(`tags.${tag}`, "unknown code")],
      ),
    ];
  });
  if (fields.length > 0) throw new Invalid(fields);
}

/** Those that are not there yet, in the order of their beginning, each with its contact (made if new), its ids and its key. */
async function newOnes(work: Change, conversations: readonly Imported[]): Promise<Past[]> {
  const { tx, ctx } = work;
  // Keyed: an id that anybody could compute from an identity would say who is known here.
  const idOf = (kind: string, name: string) => uuidFrom({ random: ctx.vault.lookup(`history.${kind}`, name).slice(0, 16) });
  const byId = new Map(conversations.map((c) => [idOf("conversation", `${c.channel}|${c.externalId}|${c.createdAt}`), c]));
  const there = await tx.conversation.findMany({ where: { id: { in: [...byId.keys()] } }, select: { id: true } });
  for (const { id } of there) byId.delete(id);
  const given = [...byId].sort(([, a], [, b]) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  const contacts = await openContacts(
    work,
    given.map(([, conversation]) => conversation),
    idOf,
  );
  const keys = await ctx.vault.createKeys(tx, "conversation", ctx.now, given.length);
  return given.map(([id, conversation], index) => ({
    id,
    contactId: contacts.get(`${conversation.channel}|${conversation.externalId}`)!,
    keyId: keys[index]!,
    given: conversation,
    idOf: (kind, name) => idOf(kind, `${id}|${name}`),
  }));
}

async function openContacts(
  { tx, ctx }: Change,
  conversations: readonly Imported[],
  idOf: (kind: string, name: string) => string,
): Promise<Map<string, string>> {
  const people = [...new Map(conversations.map((c) => [`${c.channel}|${c.externalId}`, c])).values()];
  const keys = await ctx.vault.createKeys(tx, "contact", ctx.now, people.length);
  const rows = people.map(({ channel, externalId, createdAt }, index) => {
    const id = idOf("contact", `${channel}|${externalId}`);
    const vaultKeyId = keys[index]!;
    return {
      id,
      channel,
      identityHash: ctx.vault.lookup(channel, externalId),
      identity: ctx.vault.seal(vaultKeyId, { table: "contact", column: "identity", row: id }, externalId),
      createdAt: new Date(createdAt),
      vaultKeyId,
    };
  });
  await tx.contact.createMany({ data: rows, skipDuplicates: true });
  const stored = await tx.contact.findMany({
    where: { identityHash: { in: rows.map((row) => row.identityHash) } },
    select: { id: true, channel: true, identityHash: true, vaultKeyId: true },
  });
  // Who was known already keeps the key they had.
  const used = new Set(stored.map((row) => row.vaultKeyId));
  await tx.vaultKey.deleteMany({ where: { id: { in: keys.filter((key) => !used.has(key)) } } });
  const byHash = new Map(stored.map((row) => [`${row.channel}|${hex(row.identityHash)}`, row.id]));
  return new Map(
    people.map(({ channel, externalId }, index) => [
      `${channel}|${externalId}`,
      byHash.get(`${channel}|${hex(rows[index]!.identityHash)}`)!,
    ]),
  );
}

/** A case for each that is tagged, numbered in the order of their beginnings. */
async function openCases({ tx }: Change, past: readonly Past[]): Promise<void> {
  const tagged = past.filter(({ given }) => given.tags.length > 0);
  if (tagged.length === 0) return;
  const cases = tagged.map((one) => ({ ...one, caseId: one.idOf("case", "") }));
  await tx.$executeRaw`
    with given as (
      select id, opened_at, opened_by, extract(year from opened_at at time zone 'Europe/Paris')::int as year
        from unnest(${cases.map((c) => c.caseId)}::uuid[], ${cases.map((c) => c.given.createdAt)}::timestamptz[],
                    ${cases.map((c) => c.given.counsellorId)}::uuid[]) as t (id, opened_at, opened_by)
    ), taken as (
      insert into case_number (year, last) select year, count(*) from given group by year
      on conflict (year) do update set last = case_number.last + excluded.last
      returning year, last
    )
    insert into case_file (id, year, ordinal, opened_at, opened_by)
    select g.id, g.year,
           t.last - count(*) over (partition by g.year) + row_number() over (partition by g.year order by g.opened_at, g.id),
           g.opened_at, g.opened_by
      from given g join taken t on t.year = g.year`;
  await insertRows(
    tx,
    "case_conversation",
    cases.map((c) => ({ caseId: c.caseId, conversationId: c.id, linkedAt: c.given.closedAt })),
  );
  await insertRows(
    tx,
    "case_tag",
    cases.flatMap(({ given, caseId, idOf }) =>
      [...new Map(given.tags.map((tag) => [`${tag.axis}|${tag.code}`, tag])).values()].map(({ axis, code }) => ({
        id: idOf("tag", `${axis}|${code}`),
        caseId,
        axis,
        code,
        taxonomy: TAXONOMY_VERSION,
        byId: given.counsellorId,
        at: given.closedAt,
      })),
    ),
  );
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/contract/actor";
import { TAXONOMY } from "@/lib/contract/taxonomy";
import type { TaxonomyEntry } from "@/lib/contract/taxonomy/entry";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { audited, emitted, minutes } from "@/lib/testing/people";
import { openCase } from "./open-case";
import { tagCase } from "./tag-case";
import { untagCase } from "./untag-case";

let scene: Scene;
let camille: StaffActor;
beforeAll(async () => {
  scene = await openScene();
  camille = await scene.staff();
});
afterAll(() => scene.close());

const held = async () => (await scene.conversation({ state: "active", counsellorId: camille.id })).id;
const tag = (conversationId: string, axis: string, code: string) => tagCase(scene.ctx(camille), { conversationId, axis, code });
const untag = (conversationId: string, axis: string, code: string) =>
  untagCase(scene.ctx(camille), { conversationId, axis, code });
async function tagsOf(conversationId: string): Promise<string[]> {
  const rows = await scene.db.caseTag.findMany({
    where: { removedAt: null, case: { conversations: { some: { conversationId } } } },
    orderBy: { code: "asc" },
  });
  return rows.map((row) => row.code);
}
const about = (entries: unknown[], id: string) =>
  entries.filter((entry) => (entry as { conversationId: string }).conversationId === id);

describe("open-case", () => {
  it("opens one case a conversation, under the next number of the year", async () => {
    const [first, second] = [await held(), await held()];
    const one = await openCase(scene.ctx(camille), { conversationId: first });
    const two = await openCase(scene.ctx(camille), { conversationId: second });
    expect(await openCase(scene.ctx(camille), { conversationId: first })).toEqual(one);
    expect(one.number).toMatch(/^2026-\d{6}$/);
    expect(Number(two.number.slice(5)) - Number(one.number.slice(5))).toBe(1);
    expect(about(await audited(scene, "case.opened"), first)).toEqual([
      { caseId: one.id, conversationId: first, number: one.number },
    ]);
  });

  it("many at once: one case each, no number twice, none left out", async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, held));
    const opened = await Promise.all([...ids, ...ids].map((conversationId) => openCase(scene.ctx(camille), { conversationId })));
    const numbers = [...new Set(opened.map((one) => Number(one.number.slice(5))))].sort((a, b) => a - b);
    expect(numbers).toHaveLength(6);
    expect(numbers.at(-1)! - numbers[0]!).toBe(5);
  });

  it("a change that fails gives its number back", async () => {
    const [first, second] = [await held(), await held()];
    const before = await scene.db.caseNumber.findUniqueOrThrow({ where: { year: 2026 } });
    await expect(tag(first, "age", "nonsense")).rejects.toMatchObject({ code: "invalid" });
    const { number } = await openCase(scene.ctx(camille), { conversationId: second });
    expect(Number(number.slice(5))).toBe(before.last + 1);
  });
});

describe("tag-case", () => {
  it("opens the case with the first tag; motifs add up, an age replaces an age", async () => {
    const id = await held();
    await tag(id, "motif", "harcelement.cyber");
    await tag(id, "motif", "harcelement.raid");
    await tag(id, "age", "11-12");
    await tag(id, "age", "13-14");
    expect(await tagsOf(id)).toEqual(["13-14", "harcelement.cyber", "harcelement.raid"]);
    const old = await scene.db.caseTag.findFirstOrThrow({
      where: { code: "11-12", case: { conversations: { some: { conversationId: id } } } },
    });
    expect(old).toMatchObject({ removedAt: TUESDAY_15H, removedBy: camille.id });
  });

  it("the same tag again changes nothing, also when sent at once", async () => {
    const id = await held();
    await Promise.all(Array.from({ length: 5 }, () => tag(id, "platform", "snapchat")));
    expect(await tagsOf(id)).toEqual(["snapchat"]);
    expect(about(await audited(scene, "case.tagged"), id)).toHaveLength(1);
  });

  it("refuses an unknown axis, an unknown code and a retired one", async () => {
    const id = await held();
    await expect(tag(id, "colour", "red")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "axis" }] });
    await expect(tag(id, "age", "12")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "code" }] });
    const entry: TaxonomyEntry = TAXONOMY.age[0];
    entry.retired = true;
    await expect(tag(id, "age", entry.code)).rejects.toMatchObject({ code: "invalid", fields: [{ message: "retired code" }] });
    delete entry.retired;
    expect(await tagsOf(id)).toEqual([]);
  });

  it("refuses who does not hold it; its counsellor may tag after closing, a supervisor always", async () => {
    const id = await held();
    const sacha = await scene.staff();
    const input = { conversationId: id, axis: "age", code: "13-14" };
    await expect(tagCase(scene.ctx(sacha), input)).rejects.toMatchObject({ code: "not-found" });
    await expect(untagCase(scene.ctx(sacha), input)).rejects.toMatchObject({ code: "not-found" });
    await expect(openCase(scene.ctx(sacha), { conversationId: uuid() })).rejects.toMatchObject({ code: "not-found" });
    const closed = await scene.conversation({ state: "closed", counsellorId: camille.id, closedAt: TUESDAY_15H });
    await tag(closed.id, "outcome", "resolu");
    await tagCase(scene.ctx(await scene.staff({ roles: ["supervisor"] })), { ...input, conversationId: closed.id });
    expect(await tagsOf(closed.id)).toEqual(["13-14", "resolu"]);
  });

  it("is audited and told to the panel", async () => {
    const id = await held();
    await tag(id, "age", "13-14");
    expect(about(await audited(scene, "case.tagged"), id)).toMatchObject([{ axis: "age", code: "13-14", replaced: [] }]);
    expect((await emitted(scene, "panel.changed")).at(-1)).toEqual({
      rooms: [`conversation:${id}`],
      event: { type: "panel.changed", conversationId: id, version: 2 },
    });
  });
});

describe("untag-case", () => {
  it("takes a tag off and remembers who did; it can come back", async () => {
    const id = await held();
    await tag(id, "motif", "harcelement.cyber");
    await untagCase(scene.ctx(camille, minutes(2)), { conversationId: id, axis: "motif", code: "harcelement.cyber" });
    expect(await tagsOf(id)).toEqual([]);
    await tag(id, "motif", "harcelement.cyber");
    const rows = await scene.db.caseTag.findMany({
      where: { case: { conversations: { some: { conversationId: id } } } },
      orderBy: { id: "asc" },
    });
    expect(rows.map((row) => row.removedAt)).toEqual([minutes(2), null]);
    expect(about(await audited(scene, "case.untagged"), id)).toHaveLength(1);
    expect(
      about(
        (await emitted(scene, "panel.changed")).map(({ event }) => event),
        id,
      ),
    ).toHaveLength(3);
  });

  it("what is not there changes nothing, without a case and with one, twice at once too", async () => {
    const id = await held();
    await untag(id, "motif", "harcelement.cyber");
    expect(await scene.db.caseConversation.count({ where: { conversationId: id } })).toBe(0);
    await tag(id, "age", "13-14");
    await Promise.all([untag(id, "age", "13-14"), untag(id, "age", "13-14")]);
    expect(about(await audited(scene, "case.untagged"), id)).toHaveLength(1);
  });
});

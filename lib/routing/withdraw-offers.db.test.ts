import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes, SYSTEM } from "@/lib/testing/people";
import { accept, auditedOf, emptyHouse, jobsOf, offerTo, stored } from "@/lib/testing/queue";
import { withdrawOffers } from "./withdraw-offers";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(() => emptyHouse(scene));

async function offered() {
  const camille = await scene.staff();
  const { id } = await scene.conversation({ state: "waiting", waitingSince: minutes(-10) });
  return { camille, id, offerId: await offerTo(scene, id, camille.id) };
}

describe("withdrawOffers", () => {
  it("sends on what was on offer to somebody who left, and holds it against nobody", async () => {
    const { camille, id, offerId } = await offered();
    jobsOf(scene);
    await withdrawOffers(scene.ctx(SYSTEM), { userId: camille.id });
    expect(await stored(scene, id)).toMatchObject({
      state: "waiting",
      waitingSince: minutes(-10),
      offeredToId: null,
      letPass: 0,
      offers: [{ outcome: "withdrawn", endedAt: TUESDAY_15H }],
    });
    expect(await auditedOf(scene, "conversation.offer-withdrawn", id)).toEqual([
      { conversationId: id, userId: camille.id, offerId },
    ]);
    expect(jobsOf(scene)).toEqual(["routing.assign-next"]);
  });

  it("twice at once, once; accepted meanwhile, theirs", async () => {
    const { camille, id } = await offered();
    await Promise.all([1, 2].map(() => withdrawOffers(scene.ctx(SYSTEM), { userId: camille.id })));
    expect(await auditedOf(scene, "conversation.offer-withdrawn", id)).toHaveLength(1);
    const other = await offered();
    await accept(scene, other.camille, other.id);
    await withdrawOffers(scene.ctx(SYSTEM), { userId: other.camille.id });
    expect(await stored(scene, other.id)).toMatchObject({ state: "active", counsellorId: other.camille.id });
  });

  it("is for the system alone", async () => {
    const { camille } = await offered();
    await expect(withdrawOffers(scene.ctx(camille), { userId: camille.id })).rejects.toMatchObject({ code: "forbidden" });
  });
});

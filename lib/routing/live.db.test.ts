import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { checkPresence } from "@/lib/accounts/check-presence";
import { recordHeartbeat } from "@/lib/accounts/record-heartbeat";
import { setPresence } from "@/lib/accounts/set-presence";
import { addShift } from "@/lib/shifts/add-shift";
import { openScene, TUESDAY_15H, type Scene } from "@/lib/testing/factories";
import { minutes, seconds, SYSTEM } from "@/lib/testing/people";
import { accept, decline, emptyHouse, offeredTo, pass, stored } from "@/lib/testing/queue";
import { verifyChange } from "@/lib/testing/verify-change";
import { cancelRelay } from "./cancel-relay";
import { escalate } from "./escalate";
import { expireOffer } from "./expire-offer";
import { reassign } from "./reassign";
import { relay } from "./relay";
import { release } from "./release";
import { take } from "./take";
import { withdrawOffers } from "./withdraw-offers";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());
beforeEach(() => emptyHouse(scene));

/** A counsellor, a colleague who never gets anything offered, a supervisor who looks on, and two children. */
async function cast() {
  const camille = await scene.staff({ name: "Camille", capacity: 4 });
  const sacha = await scene.staff({ name: "Sacha", capacity: 0 });
  const supervisor = await scene.staff({ name: "Dominique", roles: ["supervisor"] });
  const absent = await scene.staff({ name: "Lee", onDuty: false, present: false });
  const bot = await scene.conversation();
  const waiting = await scene.conversation({ state: "waiting", waitingSince: minutes(-10), danger: "F2" });
  const active = await scene.conversation({ state: "active", counsellorId: camille.id });
  return { camille, sacha, supervisor, absent, bot, waiting, active };
}
type Cast = Awaited<ReturnType<typeof cast>>;
type Act = (cast: Cast) => Promise<unknown>;

const brief = { brief: "À suivre.", toSkill: null };
const offered: Act = () => pass(scene);
const relayed: Act = async ({ camille, sacha, active }) => {
  await scene.db.user.update({ where: { id: sacha.id }, data: { capacity: 2 } });
  await relay(scene.ctx(camille), { conversationId: active.id, ...brief, toUserId: sacha.id });
  await pass(scene);
};

// What is done before, and what is watched. Both conversations are open on the supervisor's screen, one after the other.
const ACTS: Record<string, [before: Act | null, act: Act]> = {
  escalate: [null, ({ bot }) => escalate(scene.ctx(bot.visitor), { conversationId: bot.id, reason: "user_request" })],
  "an offer": [null, offered],
  "an offer taken": [offered, ({ camille, waiting }) => accept(scene, camille, waiting.id)],
  "an offer declined": [offered, ({ camille, waiting }) => decline(scene, camille, waiting.id)],
  "an offer let pass": [
    offered,
    async ({ waiting }) => {
      const [offer] = (await stored(scene, waiting.id)).offers;
      await expireOffer(scene.ctx(SYSTEM), { conversationId: waiting.id, offerId: offer!.id });
    },
  ],
  "an offer withdrawn": [offered, ({ camille }) => withdrawOffers(scene.ctx(SYSTEM), { userId: camille.id })],
  take: [null, ({ sacha, waiting }) => take(scene.ctx(sacha), { conversationId: waiting.id })],
  "take what is on offer to another": [offered, ({ sacha, waiting }) => take(scene.ctx(sacha), { conversationId: waiting.id })],
  release: [null, ({ camille, active }) => release(scene.ctx(camille), { conversationId: active.id, reason: "Je pars." })],
  relay: [null, ({ camille, active }) => relay(scene.ctx(camille), { conversationId: active.id, ...brief, toUserId: null })],
  "a relay accepted": [relayed, ({ sacha, active }) => accept(scene, sacha, active.id)],
  "a relay declined": [relayed, ({ sacha, active }) => decline(scene, sacha, active.id)],
  cancelRelay: [relayed, ({ camille, active }) => cancelRelay(scene.ctx(camille), { conversationId: active.id })],
  "reassign to a person": [
    null,
    ({ supervisor, sacha, active, waiting }) =>
      reassign(scene.ctx(supervisor), { conversationIds: [active.id, waiting.id], toUserId: sacha.id, reason: "Équilibre." }),
  ],
  "reassign to the queue": [
    relayed,
    ({ supervisor, active }) =>
      reassign(scene.ctx(supervisor), { conversationIds: [active.id], toUserId: null, reason: "Équilibre." }),
  ],
  setPresence: [null, ({ camille }) => setPresence(scene.ctx(camille), { presence: "paused" })],
  "an arrival": [null, ({ absent }) => recordHeartbeat(scene.ctx(absent))],
  "somebody away": [null, () => checkPresence(scene.ctx(SYSTEM, seconds(40)))],
  "a shift": [
    null,
    ({ camille, absent }) =>
      addShift(scene.ctx({ ...camille, roles: ["planner"] }), {
        userId: absent.id,
        startAt: minutes(-60).toISOString(),
        endAt: minutes(60).toISOString(),
      }),
  ],
};

it.each(Object.entries(ACTS))("%s: everybody's screen follows without being reloaded", async (_name, [before, act]) => {
  const people = await cast();
  await before?.(people);
  const { camille, sacha, supervisor, bot, waiting, active } = people;
  const watchers = [
    { actor: camille, watching: active.id },
    { actor: sacha },
    { actor: supervisor, watching: active.id },
    { actor: supervisor, watching: waiting.id },
    { actor: bot.visitor },
    { actor: waiting.visitor },
    { actor: active.visitor },
  ];
  await verifyChange(scene, watchers, () => act(people));
});

it("an offer reaches the one it is made to before anybody reloads", async () => {
  const { camille, waiting } = await cast();
  await verifyChange(scene, camille, () => pass(scene));
  expect(await offeredTo(scene, waiting.id)).toBe(camille.id);
  expect((await stored(scene, waiting.id)).waitingSince).toEqual(minutes(-10, TUESDAY_15H));
});

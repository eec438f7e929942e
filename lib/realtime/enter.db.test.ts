import { v7 as uuid } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/contract/actor";
import { PROTOCOL_VERSION, type Handshake } from "@/lib/contract/events";
import { change } from "@/lib/core/change";
import { eventually } from "@/lib/testing/eventually";
import { has, inStep, LiveScene } from "@/lib/testing/live-scene";

let house: LiveScene;
beforeAll(async () => void (house = await LiveScene.open()));
afterAll(() => house.close());
afterEach(() => house.hangUp());

describe("who is let in", () => {
  it("refuses whoever has no session, no desk, or says something else than a client of ours", async () => {
    const planner = await house.scene.staff({ roles: ["planner"] });
    const staff = await house.scene.staff();
    const cursor = await house.cursor();
    const refused = async (actor: Actor, auth: object) => {
      const ear = house.listen(actor, { cursor, ...auth });
      await eventually("refused", () => has(ear, "connect_error"));
      return ear.signals[0]!.body;
    };
    expect(await refused({ kind: "nobody" }, {})).toBe("not-signed-in");
    expect(await refused(planner, {})).toBe("not-signed-in");
    expect(await refused(staff, { as: "visitor" })).toBe("not-signed-in");
    expect(await refused({ kind: "visitor", contactId: uuid() }, { as: "desk" })).toBe("not-signed-in");
    expect(await refused({ ...staff, secondFactorMissing: true }, {})).toBe("not-signed-in");
    expect(await refused(staff, { cursor: "now" })).toBe("invalid");
  });

  it("refuses a page of another site, which would carry the cookies along", async () => {
    const staff = await house.scene.staff();
    const cursor = await house.cursor();
    const foreign = house.listen(staff, { cursor }, 0, { origin: "https://evil.example" });
    await eventually("refused", () => has(foreign, "connect_error"));
    const own = house.listen(staff, { cursor }, 0, { origin: "http://helpdesk.test" });
    await inStep(own);
  });

  it("limits the connections of one address, and gives places back", async () => {
    const staff = await house.scene.staff();
    const cursor = await house.cursor();
    const from = () => house.listen(staff, { cursor }, 1, { "x-address": "203.0.113.7" });
    const first = [from(), from(), from()];
    for (const ear of first) await inStep(ear);
    const fourth = from();
    await eventually("refused", () => has(fourth, "connect_error"));
    first[0]!.socket.disconnect();
    await eventually("a place again", async () => {
      const again = from();
      await eventually("answered", () => has(again, "synced") || has(again, "connect_error"));
      return has(again, "synced");
    });
  });

  it("sends another version of the software, a pruned cursor and one of the future back for a snapshot", async () => {
    const staff = await house.scene.staff();
    const cursor = await house.cursor();
    const why = async (auth: Partial<Handshake>) => {
      const ear = house.listen(staff, { cursor, ...auth });
      await eventually("resync", () => has(ear, "resync") && has(ear, "disconnect"));
      return ear.signals.find(({ name }) => name === "resync")!.body;
    };
    expect(await why({ v: PROTOCOL_VERSION + 1 })).toBe("protocol");
    expect(await why({ cursor: "99999999999:0" })).toBe("cursor");
    const { visitor } = await house.cast();
    await house.says(visitor, "un");
    await house.says(visitor, "deux");
    await house.scene.db.$executeRaw`delete from event_log where id < (select max(id) from event_log)`;
    expect(await why({ cursor: "0:0" })).toBe("cursor");
  });
});

describe("sessions", () => {
  it("closes the sockets of a revoked session on every server within two seconds, and no others", async () => {
    const staff = await house.scene.staff();
    const other = { ...staff, sessionId: uuid() };
    const [here, there, stays] = [await house.live(staff, {}, 0), await house.live(staff, {}, 1), await house.live(other, {}, 1)];
    house.revoked.add(staff.sessionId);
    await change(house.scene.ctx(staff), async (work) => {
      work.emit([`session:${staff.sessionId}`], { type: "session.revoked", sessionId: staff.sessionId });
      work.audit("test.revoked", {});
    });
    await house.allVisible();
    await eventually("closed", () => has(here, "disconnect") && has(there, "disconnect"), 2000);
    expect(stays.socket.connected).toBe(true);
  });

  it("puts changed rights to work within two seconds: other rooms, a fresh snapshot", async () => {
    const { colleague, visitor } = await house.cast();
    const ear = await house.live(colleague, {}, 1);
    house.promoted.set(colleague.id, { ...colleague, roles: ["supervisor"] });
    await change(house.scene.ctx(colleague), async (work) => {
      work.emit([`user:${colleague.id}`], { type: "account.changed", userId: colleague.id });
      work.audit("test.promoted", {});
    });
    await house.allVisible();
    await eventually("resync", () => ear.signals.some(({ name, body }) => name === "resync" && body === "rights"), 2000);
    await house.says(visitor, "lisible maintenant");
    await eventually("the row", () => JSON.stringify(ear.heard).includes("lisible maintenant"));
  });

  it("says who is present when a desk arrives", async () => {
    const staff = await house.scene.staff();
    await house.live(staff);
    await eventually("a heartbeat", () => house.heartbeats.includes(staff.id));
  });
});

import { describe, expect, it } from "vitest";
import { ageOf, isStale, NOT_YET, nextConnection, STALE_AFTER_MS, type ConnectionEvent, type Phase } from "./connection-state";

const after = (...events: ConnectionEvent[]) => events.reduce(nextConnection, NOT_YET);
const synced: ConnectionEvent = { type: "synced", at: 1000 };

describe("the connection", () => {
  it.each<[string, ConnectionEvent[], Phase]>([
    ["begins", [], "connecting"],
    ["is live once in step", [synced], "live"],
    ["comes back after a loss", [synced, { type: "lost" }], "reconnecting"],
    ["was never there", [{ type: "lost" }], "connecting"],
    ["is offline when the browser says so", [synced, { type: "offline" }, { type: "lost" }], "offline"],
    ["tries again when the network is back", [synced, { type: "offline" }, { type: "online" }], "reconnecting"],
    ["is live in step, whatever the browser believed", [{ type: "offline" }, synced], "live"],
    ["ends with the session", [synced, { type: "refused", why: "not-signed-in" }, { type: "lost" }], "signed-out"],
    ["does not end because a server is busy", [synced, { type: "refused", why: "busy" }], "reconnecting"],
    ["lives again after signing in", [{ type: "refused", why: "not-signed-in" }, synced], "live"],
    ["is of another version until the page is loaded again", [{ type: "outdated" }, synced, { type: "offline" }], "outdated"],
  ])("%s", (_what, events, phase) => {
    expect(after(...events).phase).toBe(phase);
  });

  it("knows its age, also while it is lost", () => {
    expect(ageOf(NOT_YET, 5000)).toBeNull();
    expect(ageOf(after(synced, { type: "lost" }), 5000)).toBe(4000);
    expect(ageOf(after(synced), 500)).toBe(0);
  });

  it("is stale when lost, or when the server has been silent for too long", () => {
    expect(isStale(NOT_YET, 0)).toBe(true);
    expect(isStale(after(synced), 1000 + STALE_AFTER_MS)).toBe(false);
    expect(isStale(after(synced), 1001 + STALE_AFTER_MS)).toBe(true);
    expect(isStale(after(synced, { type: "lost" }), 1001)).toBe(true);
  });
});

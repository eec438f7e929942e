import { describe, expect, it } from "vitest";
import { isSingleKey, keysOf } from "./keys-of";

const press = (key: string, ...held: ("ctrlKey" | "metaKey" | "altKey" | "shiftKey")[]) => ({
  key,
  ctrlKey: held.includes("ctrlKey"),
  metaKey: held.includes("metaKey"),
  altKey: held.includes("altKey"),
  shiftKey: held.includes("shiftKey"),
});

describe("keys", () => {
  it.each([
    [press("k", "ctrlKey"), "mod+k"],
    [press("K", "metaKey"), "mod+k"],
    [press("Enter", "ctrlKey"), "mod+enter"],
    [press("?", "shiftKey"), "?"],
    [press("2", "shiftKey"), "2"],
    [press("T", "shiftKey"), "shift+t"],
    [press("é"), "é"],
    [press("ArrowDown", "altKey"), "alt+down"],
    [press("Enter", "ctrlKey", "shiftKey"), "mod+shift+enter"],
  ])("%j is %s", (event, keys) => {
    expect(keysOf(event)).toBe(keys);
  });

  it.each([
    ["j", true],
    ["?", true],
    ["shift+t", true],
    ["mod+k", false],
    ["alt+1", false],
    ["enter", false],
  ])("%s alone: %s", (keys, single) => {
    expect(isSingleKey(keys)).toBe(single);
  });
});

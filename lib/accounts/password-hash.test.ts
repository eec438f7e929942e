import { parseOptions } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { hashPassword, NOBODYS_HASH, PARAMETERS, verifyPassword } from "./password-hash";

describe("password hash", () => {
  it("is Argon2id with OWASP's parameters, and nobody's hash costs the same", async () => {
    const made = parseOptions(await hashPassword("une phrase assez longue"));
    expect(made).toMatchObject(PARAMETERS);
    expect(parseOptions(NOBODYS_HASH)).toEqual(made);
  });

  it("verifies the right one alone", async () => {
    const stored = await hashPassword("une phrase assez longue");
    expect(await verifyPassword(stored, "une phrase assez longue")).toBe(true);
    expect(await verifyPassword(stored, "une phrase assez longuE")).toBe(false);
    expect(await verifyPassword(null, "une phrase assez longue")).toBe(false);
  });

  it("takes é typed as one character or as two", async () => {
    expect(await verifyPassword(await hashPassword("déjà vu, déjà lu"), "de\u0301ja\u0300 vu, de\u0301ja\u0300 lu")).toBe(true);
  });
});

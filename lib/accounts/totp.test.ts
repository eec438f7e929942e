import { generate } from "otplib";
import { describe, expect, it } from "vitest";
import { newTotpSecret, totpStep, totpUri } from "./totp";

// RFC 6238 appendix B: the ASCII secret "12345678901234567890", SHA-1; six digits are the last six of its eight.
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (epoch: number) => new Date(epoch * 1000);

describe("totp", () => {
  it.each([
    [59, "287082", 1],
    [1111111109, "081804", 37037036],
    [1111111111, "050471", 37037037],
    [1234567890, "005924", 41152263],
    [2000000000, "279037", 66666666],
  ])("RFC 6238 vector at %i", async (epoch, code, step) => expect(await totpStep(RFC_SECRET, code, at(epoch), null)).toBe(step));

  it("accepts one step either way, and no further", async () => {
    const epoch = 1_790_000_010;
    const code = (shift: number) => generate({ secret: RFC_SECRET, epoch: epoch + shift * 30 });
    const accepted = await Promise.all(
      [-2, -1, 0, 1, 2].map(async (shift) => totpStep(RFC_SECRET, await code(shift), at(epoch), null)),
    );
    const step = Math.floor(epoch / 30);
    expect(accepted).toEqual([null, step - 1, step, step + 1, null]);
  });

  it("never accepts a used step again, nor one before it", async () => {
    const epoch = 1_790_000_010;
    const step = Math.floor(epoch / 30);
    const code = await generate({ secret: RFC_SECRET, epoch });
    expect(await totpStep(RFC_SECRET, code, at(epoch), step - 1)).toBe(step);
    expect(await totpStep(RFC_SECRET, code, at(epoch), step)).toBeNull();
    expect(await totpStep(RFC_SECRET, code, at(epoch), step + 1)).toBeNull();
  });

  it.each(["", "12345", "1234567", "abcdef", "12 345"])("refuses %j without an error", async (code) =>
    expect(await totpStep(RFC_SECRET, code, at(59), null)).toBeNull(),
  );

  it("makes secrets of 160 bits, and an address every app reads", () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    const uri = new URL(totpUri(secret, "a@b.example"));
    expect(uri.protocol).toBe("otpauth:");
    expect(uri.searchParams.get("secret")).toBe(secret);
    expect(uri.searchParams.get("issuer")).toBe("3018");
  });
});

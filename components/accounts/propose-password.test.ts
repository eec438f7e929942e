import { expect, it } from "vitest";
import { password } from "@/lib/contract/inputs";
import { proposePassword } from "./propose-password";

it("proposes what an account accepts, never twice", () => {
  const proposed = Array.from({ length: 100 }, proposePassword);
  expect(new Set(proposed).size).toBe(100);
  for (const each of proposed) {
    expect(each).toMatch(/^[a-km-z2-9]{4}(-[a-km-z2-9]{4}){3}$/);
    expect(password.safeParse(each).success).toBe(true);
  }
});

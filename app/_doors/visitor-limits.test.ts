import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { limitNewVisitor, limitVisitor } from "./visitor-limits";

const of = (headers: Record<string, string>) => new Request("http://localhost/", { method: "POST", headers });
const visitor = () => ({ kind: "visitor", contactId: randomUUID() }) as const;

/** How many of so many requests pass before the first is refused. */
async function passing(request: Request, tries: number, who = visitor()): Promise<number> {
  for (let n = 0; n < tries; n += 1) {
    try {
      await limitVisitor(request, who);
    } catch (error) {
      expect(error).toMatchObject({ code: "too-many", details: { retryAfterSeconds: expect.any(Number) } });
      return n;
    }
  }
  return tries;
}

test("sixty short messages in ten seconds, six of the longest, whether their length is announced or not", async () => {
  expect(await passing(of({ "content-length": "180" }), 100)).toBe(60);
  expect(await passing(of({ "content-length": "4400" }), 100)).toBe(6);
  expect(await passing(of({ "content-length": "60000" }), 100)).toBe(6);
  expect(await passing(of({}), 100)).toBe(6);
  expect(await passing(of({ "content-length": "banana" }), 100)).toBe(6);
  expect(await passing(new Request("http://localhost/"), 100)).toBe(60);
});

test("one person's limit is not another's, and nobody's is none", async () => {
  const [one, other] = [visitor(), visitor()];
  await passing(of({ "content-length": "180" }), 100, one);
  expect(await passing(of({ "content-length": "180" }), 10, other)).toBe(10);
  expect(await limitVisitor(of({}), null)).toBeNull();
});

test("new devices are counted by the address that the server found", async () => {
  const from = (address: string) => of({ "x-client-address": address, "x-forwarded-for": randomUUID() });
  for (let n = 0; n < 600; n += 1) await limitNewVisitor(from("203.0.113.7"));
  await expect(limitNewVisitor(from("203.0.113.7"))).rejects.toMatchObject({ code: "too-many" });
  await limitNewVisitor(from("203.0.113.8"));
});

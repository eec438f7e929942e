import fc from "fast-check";
import { expect, it } from "vitest";
import { fromPayload, toPayloads, type Activity } from "./activity-notice";

const notices = fc.array(
  fc.record<Activity>(
    {
      c: fc.uuid(),
      w: fc.oneof(fc.uuid(), fc.constant("visitor" as const)),
      a: fc.constantFrom("viewing" as const, "typing" as const, "gone" as const),
      m: fc.constantFrom("reply" as const, "note" as const),
      v: fc.uuid(),
    },
    { requiredKeys: ["c", "w", "a"] },
  ),
  { maxLength: 200 },
);

it("arrives whole and in order, in payloads that PostgreSQL takes", () => {
  fc.assert(
    fc.property(notices, (sent) => {
      const payloads = toPayloads(sent);
      for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8000);
      expect(payloads.flatMap(fromPayload)).toEqual(sent);
    }),
  );
});

it.each(["", "{", "null", '[{"c":"x"}]'])("is nothing when it cannot be read: %s", (payload) => {
  expect(fromPayload(payload)).toEqual([]);
});

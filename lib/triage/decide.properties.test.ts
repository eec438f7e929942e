import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dangerRank } from "@/lib/contract/danger";
import type { EmergencyNumbers } from "@/lib/contract/views";
import { readState } from "./bot-state";
import { decide, type Decision, type TurnInput } from "./decide";
import { SCRIPT } from "./script";
import { PERSON } from "./script-shape";

const numbers: EmergencyNumbers = {
  police: "n-police",
  medical: "n-medical",
  european: "n-european",
  sms: "n-sms",
  childProtection: "n-child",
  suicide: "n-suicide",
  victims: "n-victims",
};
const base: TurnInput = { language: "fr", open: true, firstTurn: false, numbers };
const say = (text: string, stored: unknown = null, change: Partial<TurnInput> = {}) =>
  decide(SCRIPT, stored, { ...base, text, ...change });
const buttons = (decision: Decision) => decision.say.at(-1)?.quickReplies.map((reply) => reply.payload) ?? [];

const anyText = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom("oui", "non", "salut", "jveux mourir", "merci", "13 ans", "__proto__", "{police}", "{nextOpening}"),
);
const anyPayload = fc.oneof(
  fc.constantFrom(...Object.keys(SCRIPT.steps), PERSON, "__proto__", "constructor", "nope"),
  fc.string({ maxLength: 30 }),
);
const anyTurn = fc.record({
  text: fc.option(anyText, { nil: undefined }),
  quickReply: fc.option(anyPayload, { nil: undefined }),
  open: fc.boolean(),
  firstTurn: fc.boolean(),
  language: fc.constantFrom("fr" as const, "en" as const),
});

describe("whatever is written", () => {
  it("answers, offers a person or has asked for one, and keeps a state that survives JSON", () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { minLength: 1, maxLength: 8 }), (turns) => {
        let stored: unknown = null;
        let highest = 0;
        for (const turn of turns) {
          const decision = decide(SCRIPT, stored, { ...turn, numbers });
          expect(decision.say.length).toBeGreaterThan(0);
          for (const line of decision.say) {
            expect(line.text.trim()).not.toBe("");
            expect(line.text.replaceAll("{nextOpening}", "")).not.toMatch(/[{}]/);
            for (const reply of line.quickReplies) expect(reply.title.length).toBeLessThanOrEqual(20);
          }
          if (decision.escalate === null) expect(buttons(decision)).toContain(PERSON);
          else expect(buttons(decision)).toEqual([]);
          expect(decision.escalate !== null || dangerRank(decision.danger) < dangerRank("F3")).toBe(true);
          expect(dangerRank(decision.state.danger)).toBeGreaterThanOrEqual(highest);
          highest = dangerRank(decision.state.danger);
          stored = JSON.parse(JSON.stringify(decision.state));
          expect(readState(stored, SCRIPT.start)).toEqual(decision.state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never loops on words it does not understand: at most one answer before a person is asked for", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[wxzkq]{3,9}$/), { minLength: 2, maxLength: 6 }), (texts) => {
        let stored: unknown = null;
        const asked = texts.map((text) => {
          const decision = say(text, stored);
          stored = decision.state;
          return decision.escalate !== null;
        });
        expect(asked[1]).toBe(true);
      }),
    );
  });

  it("a broken stored state starts afresh", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        const decision = say("salut", stored);
        expect(decision.say.length).toBeGreaterThan(0);
        expect(buttons(decision)).toContain(PERSON);
      }),
    );
  });
});

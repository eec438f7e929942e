import { describe, expect, it } from "vitest";
import type { EmergencyNumbers } from "@/lib/contract/views";
import { OFFER } from "./answers";
import { factPairs, initialState } from "./bot-state";
import { decide, welcome, type Decision, type TurnInput } from "./decide";
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
const tap = (quickReply: string, stored: unknown = null, change: Partial<TurnInput> = {}) =>
  decide(SCRIPT, stored, { ...base, quickReply, ...change });
const words = (decision: Decision) => decision.say.map((line) => line.text).join("\n");
const buttons = (decision: Decision) => decision.say.at(-1)?.quickReplies.map((reply) => reply.payload) ?? [];

describe("danger comes first", () => {
  it.each([
    ["je vais me tuer ce soir", "F4", "psychological", "Reste avec moi"],
    ["mon père est en train de frapper ma mère", "F4", "listening", "endroit sûr"],
    ["mes nudes tournent dans tout le lycée", "F3", "listening", "tu n’es plus seul"],
    ["un homme de 40 ans me demande des nudes j'ai 12 ans", "F3", "listening", "tu n’es plus seul"],
  ] as const)("%s → %s, a person at once", (text, level, skill, calm) => {
    for (const step of [SCRIPT.start, "sheet:usages.ecrans", OFFER, "gone"]) {
      const decision = say(text, { ...initialState(step) });
      expect(decision.danger).toBe(level);
      expect(decision.escalate).toEqual({ reason: "danger_detected", skill });
      expect(words(decision)).toContain(calm);
      expect(words(decision).includes("n-police")).toBe(level === "F4");
      expect(decision.state.escalated).toBe("danger_detected");
      expect(decision.signals.length).toBeGreaterThan(0);
    }
  });

  it("when the line is closed, says so, gives the numbers, keeps the message and still asks", () => {
    const decision = say("jai avalé tous les cachets de ma mere", null, { open: false });
    expect(decision.escalate?.reason).toBe("danger_detected");
    expect(words(decision)).toContain("n-suicide");
    expect(words(decision)).toContain("{nextOpening}");
    expect(words(say("je suis sur un compte fisha", null, { open: false }))).toContain("n-police");
  });

  it("hears what two messages say together", () => {
    const first = say("jveux mourir");
    expect(first.danger).toBe("F2");
    const second = say("jai les médocs devant moi", JSON.parse(JSON.stringify(first.state)));
    expect(second.escalate?.reason).toBe("danger_detected");
    expect(second.danger).toBe("F4");
  });

  it("F2 offers a person before anything else; yes takes it, no is respected", () => {
    const offer = say("je me coupe les bras depuis 3 mois");
    expect(offer.danger).toBe("F2");
    expect(offer.escalate).toBeNull();
    expect(offer.say[0]?.text).toContain("une personne");
    expect(buttons(offer)[0]).toBe(PERSON);
    expect(say("oui", offer.state).escalate).toEqual({ reason: "user_request", skill: "psychological" });
    const no = say("non pas maintenant", offer.state);
    expect(no.escalate).toBeNull();
    expect(words(no)).toContain("c’est toi qui choisis");
    expect(buttons(no)).toContain(PERSON);
  });

  it("a button for a grave subject offers a person; a known minor makes it F3", () => {
    expect(tap("sheet:intime.diffusion").danger).toBe("F2");
    expect(tap("sheet:intime.diffusion").say[0]?.text).toContain("une personne");
    const told = say("j'ai 13 ans");
    expect(tap("sheet:intime.diffusion", told.state).escalate?.reason).toBe("danger_detected");
  });

  it("the title of a button is not read as the child's words", () => {
    const decision = tap("sheet:predation.exploitation", null, { text: "Argent contre sexe" });
    expect(decision.signals).toEqual([]);
    expect(tap("menu", null, { text: "Autre sujet\nje vais me tuer ce soir" }).danger).toBe("F4");
  });
});

describe("a person", () => {
  it.each([
    "je veux parler a quelqu'un",
    "parler a qqn stp",
    "un humain",
    "quelqu'un de vrai",
    "je veux pas parler à un robot",
    "can i talk to a person",
  ])("%s", (text) => {
    expect(say(text).escalate?.reason).toBe("user_request");
    expect(say(text, null, { open: false }).say.at(-1)?.text).toContain("n-police");
  });

  it("the button", () => {
    expect(tap(PERSON, null, { text: "Parler à quelqu’un" }).escalate).toEqual({ reason: "user_request", skill: "listening" });
  });

  it("not when it is denied", () => {
    expect(say("j'ai pas envie de parler à quelqu'un").escalate).toBeNull();
  });

  it.each([
    ["je voudrais porter plainte, je peux parler à quelqu'un ?", "legal"],
    ["on m'a piraté mon compte, je veux parler à quelqu'un", "digital"],
    ["je me scarifie, je veux parler à quelqu'un", "psychological"],
    ["il me fait du chantage avec mes photos, passez moi une personne", "listening"],
  ])("%s → %s", (text, skill) => {
    expect(say(text).escalate?.skill).toBe(skill);
  });

  it("the subject of an earlier turn decides the skill", () => {
    const hacked = say("mon compte insta a été piraté");
    expect(say("je veux un humain", hacked.state).escalate?.skill).toBe("digital");
  });

  it("two misunderstandings in a row ask for one; understanding starts afresh", () => {
    const first = say("azerty uiop");
    expect(first.escalate).toBeNull();
    expect(first.state.misunderstood).toBe(1);
    expect(say("qsdf ghjk", first.state).escalate).toEqual({ reason: "fallback_limit", skill: "listening" });
    const between = say("on m'a piraté mon compte snap", first.state);
    expect(between.state.misunderstood).toBe(0);
    expect(say("wxcv bn", between.state).escalate).toBeNull();
  });

  it("a picture is never asked for, and said not to be sent", () => {
    const decision = decide(SCRIPT, null, base);
    expect(words(decision)).toContain("n’envoie pas de photo intime");
    expect(decision.state.misunderstood).toBe(1);
  });
});

describe("orientation", () => {
  it.each([
    ["on m'a piraté mon compte insta", "sheet:identite.piratage"],
    ["quelqu'un se fait passer pour moi sur snap", "sheet:identite.usurpation"],
    ["on m'insulte tous les jours sur tiktok", "sheet:harcelement.cyber"],
    ["ils se moquent de moi au collège", "sheet:harcelement.scolaire"],
    ["je passe trop de temps sur mon téléphone", "sheet:usages.ecrans"],
    ["j'ai des crises d'angoisse", "sheet:detresse.anxiete"],
    ["comment mettre un contrôle parental", "sheet:usages.controle-parental"],
    ["je suis journaliste", "sheet:horschamp.presse-partenaire"],
    ["test", "sheet:horschamp.test"],
    ["merci", "bye"],
    ["t'es un robot ?", "about"],
    ["c'est anonyme ?", "about"],
    ["salut", "menu"],
  ])("%s → %s", (text, step) => {
    expect(say(text).state.step).toBe(step);
  });

  it("every button of every step leads where it says", () => {
    for (const step of Object.values(SCRIPT.steps)) {
      for (const { to } of step.replies) {
        const decision = tap(to);
        if (to === PERSON) expect(decision.escalate?.reason).toBe("user_request");
        else expect([to, OFFER]).toContain(decision.state.step);
      }
    }
  });

  it("says which subject it understood, in the person's language", () => {
    expect(words(say("i think my account was hacked", null, { language: "en" }))).toContain("this is about: hacked account");
  });

  it("keeps what was told freely, as codes", () => {
    const first = say("j'ai 13 ans et on m'insulte sur snap");
    const second = say("et aussi sur insta", first.state);
    expect(factPairs(second.state.facts)).toEqual([
      { axis: "age", code: "13-14" },
      { axis: "role", code: "victime" },
      { axis: "platform", code: "snapchat" },
      { axis: "platform", code: "instagram" },
    ]);
  });
});

describe("who speaks", () => {
  it("says it is a robot on the first turn and when it comes back", () => {
    for (const text of ["salut", "on m'a piraté", "azerty", "je veux un humain", "je vais me tuer ce soir", "je me scarifie"]) {
      expect(words(say(text, null, { firstTurn: true }))).toContain("robot");
    }
    const gone = say("je veux parler à quelqu'un");
    expect(words(say("salut", gone.state))).toContain("C’est de nouveau moi, le robot");
    expect(welcome(SCRIPT, "en", numbers)[0]?.text).toContain("robot");
    expect(
      welcome(SCRIPT, "en", numbers)
        .at(-1)
        ?.quickReplies.map((reply) => reply.payload),
    ).toContain(PERSON);
  });
});

describe("while a person is waited for", () => {
  it("only listens: no orientation, no second request, and it still knows it had handed over", () => {
    const asked = say("je veux parler à quelqu'un");
    for (const text of ["azerty", "qsdfgh", "on m'a piraté", "allo ?", "je me coupe les bras"]) {
      const decision = say(text, asked.state, { waiting: true });
      expect(decision.say).toEqual([]);
      expect(decision.escalate).toBeNull();
      expect(decision.state.escalated).toBe("user_request");
    }
    expect(say("je me coupe les bras", asked.state, { waiting: true }).danger).toBe("F2");
    const alarm = say("jai avalé tous les cachets", asked.state, { waiting: true });
    expect(alarm.escalate?.reason).toBe("danger_detected");
    expect(words(alarm)).toContain("n-medical");
  });
});

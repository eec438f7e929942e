import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseLocale } from "./choose-locale";

describe("chooseLocale", () => {
  it.each([
    ["en", "fr-FR,fr;q=0.9", "en"],
    ["fr", "en", "fr"],
    ["de", "en-GB,en;q=0.8", "en"],
    [undefined, "en-US,en;q=0.9,fr;q=0.8", "en"],
    [undefined, "de-DE,de;q=0.9,en;q=0.5,fr;q=0.7", "fr"],
    [undefined, "fr-CA", "fr"],
    [undefined, "en;q=0,fr;q=0.1", "fr"],
    [undefined, "en;q=0", "fr"],
    [undefined, "*", "fr"],
    [undefined, null, "fr"],
    ["", "", "fr"],
  ])("cookie %s, header %s: %s", (cookie, header, locale) => {
    expect(chooseLocale(cookie, header)).toBe(locale);
  });

  it("answers a language we speak, whatever the header", () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), fc.string(), (cookie, header) => {
        expect(["fr", "en"]).toContain(chooseLocale(cookie, header));
      }),
    );
  });
});

import { axe } from "./axe";
import { expect, test } from "./house";

// The ui pieces are our own (docs/decisions/native-ui-pieces.md), so what the keyboard does with them is ours to prove.

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1024, 1440])
    test(`nothing for axe to say, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 844 });
      await page.goto("/gallery");
      await expect(page.getByRole("heading", { name: "La langue du 3018" })).toBeVisible();
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    });

test.describe("by keyboard", () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("/gallery");
    // The line is filled in by the page's own script: from here on, keys are heard.
    await expect(page.getByRole("contentinfo").getByText("connexion · à jour")).toBeVisible();
  });

  test("Ctrl K finds a command without accents and runs it; the choice is remembered", async ({ page, context }) => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Chercher ou lancer une commande" })).toBeFocused();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.type("apparence sombre");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect((await context.cookies()).find((cookie) => cookie.name === "theme")?.value).toBe("dark");
  });

  test("? shows the shortcuts, and single keys can be turned off", async ({ page }) => {
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Raccourcis clavier" });
    await expect(sheet).toBeVisible();
    await sheet.getByRole("switch").uncheck();
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press("?");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toHaveAccessibleName("Chercher ou lancer une commande");
  });

  test("a menu: arrows, disabled lines, first letters, Escape, focus given back", async ({ page }) => {
    const button = page.getByRole("button", { name: "Actions sur la conversation" });
    await button.focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: /Passer à un juriste/ })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "Clore" })).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.type("et");
    await expect(page.getByRole("menuitem", { name: /Étiqueter/ })).toBeFocused();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toBeHidden();
    await expect(button).toBeFocused();
  });

  test("a question before destroying starts on the way out and gives the focus back", async ({ page }) => {
    const button = page.getByRole("button", { name: "Effacer…" });
    await button.press("Enter");
    await expect(page.getByRole("alertdialog")).toHaveAccessibleName("Effacer ce compte ?");
    await expect(page.getByRole("button", { name: "Annuler" })).toBeFocused();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  test("a combobox: letters, arrows, Enter; Escape puts only the list away", async ({ page }) => {
    const field = page.getByRole("combobox", { name: "Motif" });
    await field.pressSequentially("usurp");
    await expect(page.getByRole("listbox", { name: "Motif" }).getByRole("option").first()).toHaveAttribute(
      "aria-selected",
      "true",
    );
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect(field).toHaveValue("");
    await expect(page.getByText(/^identite\./)).toBeVisible();
    await field.pressSequentially("zzz");
    await expect(page.getByRole("option", { name: "Aucun résultat" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("listbox", { name: "Motif" })).toBeHidden();
    await expect(field).toHaveValue("zzz");
  });

  test("tabs by arrows, a tooltip on focus, a lost connection said and shown", async ({ page }) => {
    await page.getByRole("tab", { name: "Répondre" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("tabpanel", { name: /Note/ })).toContainText("Jamais envoyé");
    await page.getByRole("button", { name: "Effacer le compte" }).focus();
    await page.keyboard.press("Tab");
    await expect(page.getByText("Prévenir quand quelqu’un attend")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText("Prévenir quand quelqu’un attend")).toBeHidden();
    await page.getByRole("radio", { name: "En direct" }).focus();
    for (const _ of ["Connexion", "Sans nouvelles", "Hors connexion"]) await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("region", { name: "État de la connexion" })).toContainText("tout part au retour");
    await expect(page.locator("[aria-live=polite]")).toHaveText("L’écran n’est plus à jour : la connexion est perdue");
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
  });

  test("the language changes every word, at once", async ({ page }) => {
    await page.getByRole("button", { name: /^Compte de/ }).click();
    await page.getByRole("menuitemradio", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("link", { name: "Settings" })).toBeVisible();
  });
});

import { expect } from "@playwright/test";
import { axe } from "./axe";
import { CUT, field, leave, log, person, say, stored, test } from "./chat-page";

// The visitor's web chat as a person on a phone meets it: by what is on the screen, never by test ids.

test("a first word, the bot's answer, a person asked for, an honest wait; all there after a reload", async ({ chat: page }) => {
  await page.goto("/chat?source=tiktok-link");
  await expect(
    log(page)
      .getByText(/je suis le robot/i)
      .first(),
  ).toBeVisible();
  await say(page, "coucou jai un probleme de photos");
  await stored(page);
  await expect(log(page).getByRole("listitem").filter({ hasText: "Robot" })).not.toHaveCount(0);

  await person(page).click();
  await expect(page.getByRole("heading", { name: "Une personne va te répondre" })).toBeVisible();
  await expect(page.getByText(/Tu es à la place \d+|C’est bientôt à toi/)).toBeVisible();
  await expect(page.getByText(/^(Entre \d+ et \d+ minutes|Moins d|On ne peut pas te dire)/)).toBeVisible();
  await expect(person(page)).toHaveCount(0);

  await page.reload();
  await expect(log(page).getByText("coucou jai un probleme de photos", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Une personne va te répondre" })).toBeVisible();
  await expect(field(page)).toBeVisible();
});

test("a person can be asked for as the very first thing, and a tapped answer is a word like any other", async ({
  chat: page,
}) => {
  await page.goto("/chat");
  await page.getByRole("button", { name: "On me harcèle" }).click();
  await expect(log(page).getByText("On me harcèle", { exact: true })).toBeVisible();
  await stored(page);
  await page.goto("/chat");
  await person(page).click();
  await expect(page.getByText("Tu as demandé à parler à quelqu’un")).toBeVisible();
});

test("without a network words wait, say so, and leave once when it is back", async ({ chat: page, complaints }) => {
  complaints.allow(...CUT);
  await page.goto("/chat");
  await say(page, "premier");
  await stored(page);
  await page.context().setOffline(true);
  await expect(page.getByText("Pas de réseau.", { exact: false }).first()).toBeVisible();
  await say(page, "deuxième");
  await say(page, "troisième");
  await expect(log(page).getByText("Pas encore parti : pas de réseau.")).toBeVisible();
  await page.context().setOffline(false);
  await stored(page);
  await expect(log(page).getByText("Pas encore parti", { exact: false })).toHaveCount(0);
  await page.reload();
  for (const words of ["premier", "deuxième", "troisième"])
    await expect(log(page).getByText(words, { exact: true })).toHaveCount(1);
});

test("a word that was waiting when the page was closed leaves with the next page of the tab; a draft stays a draft", async ({
  chat: page,
  complaints,
}) => {
  complaints.allow(...CUT);
  await page.goto("/chat");
  await say(page, "premier");
  await stored(page);
  let cut = true;
  await page.context().route("**/api/chat/messages", (route) => (cut ? route.abort() : route.fallback()));
  await say(page, "en route");
  await field(page).fill("pas fini");
  await page.reload();
  await expect(log(page).getByText("en route", { exact: true })).toBeVisible();
  cut = false;
  await stored(page);
  await expect(log(page).getByText("Pas encore parti", { exact: false })).toHaveCount(0);
  await expect(log(page).getByText("en route", { exact: true })).toHaveCount(1);
  await expect(field(page)).toHaveValue("pas fini");
});

test("one can end, answer two questions or not, and write again", async ({ chat: page }) => {
  await page.goto("/chat");
  await say(page, "bonsoir");
  await stored(page);
  await page.getByRole("button", { name: "Options" }).click();
  await page.getByRole("button", { name: "Terminer la conversation" }).click();
  const question = page.getByRole("dialog", { name: "Terminer la conversation ?" });
  await question.getByRole("button", { name: "Terminer" }).click();

  await expect(page.getByText("Tu as terminé la conversation")).toBeVisible();
  await page.getByRole("group", { name: "Est-ce que ça t’a aidé ?" }).getByRole("radio", { name: "Oui" }).check();
  await page
    .getByRole("group", { name: /Est-ce que tu reviendrais/ })
    .getByRole("radio", { name: "Non" })
    .check();
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await expect(page.getByText("Merci. Ça nous aide à mieux aider.")).toBeVisible();

  await page.getByRole("button", { name: "Écrire à nouveau" }).click();
  await expect(field(page)).toBeFocused();
  await say(page, "me revoilà");
  await stored(page);
  await expect(log(page).getByText("bonsoir", { exact: true })).toHaveCount(0);
  await page.reload();
  await expect(log(page).getByText("me revoilà", { exact: true })).toBeVisible();
});

test.describe("by keyboard, on a computer", () => {
  test.use({ device: { viewport: { width: 1440, height: 900 } } });

  test("the way out comes first, Enter sends, Shift Enter makes a line", async ({ chat: page }) => {
    await page.goto("/chat");
    await page.keyboard.press("Tab");
    await expect(leave(page)).toBeFocused();
    await expect(async () => {
      await page.keyboard.press("Tab");
      await expect(field(page)).toBeFocused({ timeout: 100 });
    }).toPass({ intervals: [10] });
    await page.keyboard.type("une");
    await expect(page.getByRole("button", { name: "Envoyer" })).toBeEnabled();
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("deux");
    await page.keyboard.press("Enter");
    await expect(log(page).getByText(/^une\s+deux$/)).toBeVisible();
    await stored(page);
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue("");
  });
});

test("a text near the limit is counted, over it cannot be sent", async ({ chat: page }) => {
  await page.goto("/chat");
  await field(page).fill("a".repeat(4000));
  await expect(page.getByText("Encore 96 caractères possibles")).toBeVisible();
  await field(page).fill("a".repeat(4100));
  await expect(page.getByText("4 caractères en trop : envoie-le en deux fois")).toBeVisible();
  await expect(page.getByRole("button", { name: "Envoyer" })).toBeDisabled();
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
});

test("speaks English when asked, stands compact in a frame, and takes no other parameter for good", async ({ chat: page }) => {
  await page.goto("/chat?lang=en&embed=1&source=%3Cscript%3E");
  await expect(page.getByRole("link", { name: "Leave quickly" })).toBeVisible();
  await page.getByRole("button", { name: "Options" }).click();
  await page.getByRole("link", { name: "Français" }).click();
  await expect(leave(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Ton message" })).toBeVisible();
});

test("the notice is two sentences, the whole of it behind, and asks for nothing", async ({ chat: page }) => {
  await page.goto("/chat");
  await page.getByRole("button", { name: "En savoir plus" }).click();
  const long = page.getByRole("dialog", { name: "Ce que tu écris ici" });
  await expect(long.getByRole("heading", { name: "Tes droits" })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await long.getByRole("button", { name: "Fermer" }).click();
  await expect(long).toBeHidden();
});

test.describe("without scripts", () => {
  test.use({ device: { viewport: { width: 390, height: 844 }, javaScriptEnabled: false } });

  test("there is a telephone, and the bot's first words can be read", async ({ chat: page }) => {
    await page.goto("/chat");
    await expect(page.getByText(/je suis le robot/i).first()).toBeVisible();
    await expect(page.getByRole("link", { name: /Appeler le 3018/ })).toHaveAttribute("href", "tel:3018");
    await expect(leave(page)).toHaveAttribute("href", /^https?:/);
  });
});

test("what is touched before the scripts have come is done when they have", async ({ chat: page }) => {
  let scripts: (() => void) | undefined;
  const come = new Promise<void>((resolve) => (scripts = resolve));
  await page.context().route("**/_next/static/**/*.js", async (route) => {
    await come;
    await route.continue();
  });
  await page.goto("/chat", { waitUntil: "commit" });
  await field(page).fill("vite");
  await page.getByRole("button", { name: "Photos intimes" }).click();
  scripts?.();
  await expect(log(page).getByText("Photos intimes", { exact: true })).toBeVisible();
  await stored(page);
  await expect(field(page)).toHaveValue("vite");
});

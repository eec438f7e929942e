import type { Locator, Page } from "@playwright/test";
import { Chat } from "./chat";
import { expect, test } from "./house";
import { pausedDesk, waitingChild } from "./scenes";

// No pointer anywhere: the keyboard is the only device these people have.

/** Chromium emulates touch for all pages of a site at once: beside a telephone, a desk would pass for one. */
const NO_TOUCH = { viewport: { width: 390, height: 844 } };

/** Tab by Tab, as far as somebody would go, until the focus is there. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Not within 80 × ${key}: ${target.toString()}`);
}

/** Single keys are for those who are not typing. */
async function leaveField(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  await expect(page.locator("textarea:focus, input[type=text]:focus")).toHaveCount(0);
}

test("a desk by keyboard alone: an offer, a reply, a note, a tag, danger, a relay, the end", async ({ stage }) => {
  const desk = await stage.desk({ name: "Karim Benali", roles: ["listener"] });
  const { keyboard } = desk.page;
  const child = await waitingChild(stage, "bonjour, on se moque de moi sur snap", NO_TOUCH);
  const number = await desk.offeredNumber();

  await test.step("A takes what is offered; the field is ready; Ctrl Enter sends", async () => {
    await keyboard.press("a");
    await expect(desk.thread(number)).toBeVisible();
    await expect(desk.replyField).toBeFocused();
    await keyboard.type("Bonjour, raconte-moi.");
    await keyboard.press("Control+Enter");
    await expect(child.line("Bonjour, raconte-moi.")).toBeVisible();
    await expect(desk.replyField).toBeFocused();
  });

  await test.step("a canned reply by its shortcut", async () => {
    await keyboard.type("/");
    await keyboard.press("Escape");
    await keyboard.press("Backspace");
    await expect(desk.replyField).toHaveValue("");
  });

  await test.step("N writes a note, R a reply", async () => {
    await leaveField(desk.page);
    await keyboard.press("n");
    await expect(desk.noteField).toBeFocused();
    await keyboard.type("à rappeler demain");
    await keyboard.press("Control+Enter");
    await expect(desk.said("à rappeler demain")).toContainText("jamais envoyée");
    await leaveField(desk.page);
    await keyboard.press("r");
    await expect(desk.replyField).toBeFocused();
    await leaveField(desk.page);
  });

  await test.step("I goes to the panel: danger by taps, a tag by a few letters", async () => {
    await keyboard.press("i");
    await expect(desk.panel).toBeFocused();
    await tabTo(desk.page, desk.panel.getByRole("button", { name: "Idées : sans réponse" }));
    await keyboard.press("Space");
    await expect(desk.panel.getByRole("button", { name: "Idées : oui" })).toBeFocused();
    await tabTo(desk.page, desk.panel.getByRole("button", { name: "Appliquer" }));
    await keyboard.press("Enter");
    await expect(desk.thread(number).getByRole("img", { name: "Danger F2, préoccupant" })).toBeVisible();
    await tabTo(desk.page, desk.panel.getByRole("combobox", { name: "Ajouter une étiquette" }));
    await keyboard.type("snapchat");
    await keyboard.press("Enter");
    await expect(desk.panel.getByRole("list", { name: "Étiquettes données" })).toContainText("Snapchat");
    await tabTo(desk.page, desk.panel.getByRole("button", { name: "Retirer Snapchat" }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(desk.panel.getByRole("button", { name: "Retirer Snapchat" })).toHaveCount(0);
  });

  await test.step("L relays with a brief; the focus comes back; the relay can be taken back", async () => {
    await keyboard.press("i");
    await keyboard.press("l");
    const dialog = desk.page.getByRole("dialog", { name: "Passer le relais" });
    await expect(dialog.getByRole("combobox", { name: "À qui" })).toBeFocused();
    await keyboard.press("ArrowDown");
    await expect(dialog.getByRole("combobox").locator("option:checked")).toHaveText("À un juriste");
    await keyboard.press("Tab");
    await keyboard.type("veut porter plainte");
    await tabTo(desk.page, dialog.getByRole("button", { name: "Passer le relais" }));
    await keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(desk.page.getByText("Relais demandé : À un juriste.")).toBeVisible();
    await tabTo(desk.page, desk.page.getByRole("button", { name: "Annuler le relais" }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(desk.page.getByText(/Relais demandé/)).toHaveCount(0);
  });

  await test.step("? shows every key; Ctrl K finds a conversation; C closes it", async () => {
    await keyboard.press("i");
    await keyboard.press("?");
    const sheet = desk.page.getByRole("dialog", { name: "Raccourcis clavier" });
    await expect(sheet.getByText("Prendre celle qui est proposée")).toBeVisible();
    await expect(sheet.getByText("Passer le relais")).toBeVisible();
    await keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await keyboard.press("Escape");
    await expect(desk.page.getByText("Choisissez une conversation")).toBeVisible();
    await keyboard.press("Control+k");
    await keyboard.type(`visiteur ${number}`);
    await keyboard.press("Enter");
    await expect(desk.thread(number)).toBeVisible();
    await expect(desk.replyField).toBeFocused();
    await leaveField(desk.page);
    await keyboard.press("c");
    const dialog = desk.page.getByRole("dialog", { name: "Clore la conversation" });
    await expect(dialog.getByRole("combobox")).toBeFocused();
    await tabTo(desk.page, dialog.getByRole("button", { name: "Clore" }));
    await keyboard.press("Enter");
    await expect(child.line("La conversation est terminée")).toBeVisible();
    await expect(desk.page.getByText("Choisissez une conversation")).toBeVisible();
  });
});

test("the list by keyboard: J and K go through it, P takes what is open, G the first that waits, U gives it back", async ({
  stage,
}) => {
  const desk = await pausedDesk(stage, "Karim Benali");
  const { keyboard } = desk.page;
  await desk.page.getByRole("switch").blur();
  await waitingChild(stage, "premier : on m'a pirate mon compte", NO_TOUCH);
  await waitingChild(stage, "deuxieme : question sur les ecrans", NO_TOUCH);
  await expect(desk.section("En attente").getByRole("link")).toHaveCount(2);
  const numbers = await desk.section("En attente").getByRole("link").allInnerTexts();
  const [first = 0, second = 0] = numbers.map((text) => Number(/Visiteur (\d+)/.exec(text)?.[1]));

  await keyboard.press("j");
  await expect(desk.thread(first)).toBeVisible();
  await keyboard.press("j");
  await expect(desk.thread(second)).toBeVisible();
  await keyboard.press("k");
  await expect(desk.thread(first)).toBeVisible();
  await keyboard.press("p");
  await expect(desk.replyField).toBeFocused();
  await leaveField(desk.page);
  await keyboard.press("u");
  const dialog = desk.page.getByRole("dialog", { name: "Remettre dans la file" });
  await expect(dialog.getByRole("textbox", { name: "Raison" })).toBeFocused();
  await keyboard.type("pause déjeuner");
  await tabTo(desk.page, dialog.getByRole("button", { name: "Remettre dans la file" }));
  await keyboard.press("Enter");
  await expect(desk.section("En attente").getByRole("link")).toHaveCount(2);
  await keyboard.press("Escape");
  await keyboard.press("g");
  await expect(desk.thread(first)).toBeVisible();
  await expect(desk.replyField).toBeFocused();
});

test("the chat by keyboard alone: the way out comes first, then write, ask, end, answer", async ({ stage }) => {
  const chat = new Chat(await stage.browser());
  const { page } = chat;
  await chat.open();
  await page.keyboard.press("Tab");
  await expect(chat.leave).toBeFocused();
  await tabTo(page, chat.field);
  await page.keyboard.type("coucou");
  await expect(chat.send).toHaveAttribute("aria-disabled", "false");
  await page.keyboard.press("Enter");
  await expect(chat.own("coucou")).toBeVisible();
  await expect(chat.field).toBeFocused();
  await tabTo(page, chat.askForPerson, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(chat.waiting).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: "Options" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  const options = page.getByRole("dialog", { name: "Options" });
  await tabTo(page, options.getByRole("button", { name: "Terminer la conversation" }));
  await page.keyboard.press("Enter");
  const end = page.getByRole("dialog", { name: "Terminer la conversation ?" });
  await expect(end).toBeVisible();
  await tabTo(page, end.getByRole("button", { name: "Terminer" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Merci d’avoir écrit" })).toBeVisible();
  await tabTo(page, page.getByRole("group", { name: "Est-ce que ça t’a aidé ?" }).getByRole("radio", { name: "Oui" }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Envoyer mes réponses" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Merci. Ça nous aide à mieux aider.")).toBeVisible();
});

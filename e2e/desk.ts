import { expect, type Locator, type Page } from "@playwright/test";
import type { Person } from "./people";

/** A desk as somebody who works there sees it: by roles and labels, in French. */
export class Desk {
  readonly replyField: Locator;
  readonly noteField: Locator;
  readonly messages: Locator;
  readonly offers: Locator;
  readonly panel: Locator;

  constructor(
    readonly page: Page,
    readonly person: Person,
  ) {
    this.replyField = page.getByRole("textbox", { name: "Réponse à la personne" });
    this.noteField = page.getByRole("textbox", { name: "Note interne" });
    this.messages = page.getByRole("log", { name: "Messages" });
    this.offers = page.getByRole("list", { name: "Conversations proposées" });
    this.panel = page.getByRole("complementary", { name: "À côté de la conversation" });
  }

  /** Opens the desk and waits until it hears everything live. */
  async open(path = "/inbox"): Promise<void> {
    await this.page.goto(path);
    await this.inStep();
  }

  /** The status line says so; below 1280 px it stands elsewhere or, when all is well, nowhere. */
  async inStep(): Promise<void> {
    const line = this.page.getByText(/connexion · à jour/);
    if (await this.page.evaluate(() => window.innerWidth >= 768)) await expect(line.filter({ visible: true })).toBeVisible();
    else await expect(line.first()).toBeAttached();
  }

  /** A section of the list: "En attente", "Mes conversations", "Équipe", "Avec le robot". */
  section(name: string): Locator {
    return this.page.getByRole("region", { name: "Liste des conversations" }).getByRole("list", { name, exact: true });
  }

  row(number: number): Locator {
    return this.page
      .getByRole("region", { name: "Liste des conversations" })
      .getByRole("link", { name: new RegExp(`Visiteur ${number}\\b`) });
  }

  thread(number: number): Locator {
    return this.page.getByRole("region", { name: `Conversation du visiteur ${number}` });
  }

  /** The number of the conversation that is on offer here. */
  async offeredNumber(): Promise<number> {
    const button = this.offers.getByRole("button", { name: /^Prendre le visiteur/ }).first();
    await expect(button).toBeVisible();
    return Number(/\d+/.exec((await button.getAttribute("aria-label")) ?? "")?.[0]);
  }

  async accept(number: number): Promise<void> {
    await this.offers.getByRole("button", { name: `Prendre le visiteur ${number}` }).click();
    await expect(this.thread(number)).toBeVisible();
    await expect(this.replyField).toBeVisible();
  }

  async reply(text: string): Promise<void> {
    await this.replyField.fill(text);
    await this.page.getByRole("button", { name: "Envoyer à la personne" }).click();
    await expect(this.replyField).toHaveValue("");
  }

  async note(text: string): Promise<void> {
    await this.page.getByRole("button", { name: "Note interne" }).click();
    await this.noteField.fill(text);
    await this.page.getByRole("button", { name: "Ajouter la note" }).click();
    await expect(this.noteField).toHaveValue("");
    await expect(this.page.getByRole("listitem").filter({ hasText: "jamais envoyée" }).filter({ hasText: text })).toBeVisible();
  }

  /** A line of the thread. */
  said(text: string | RegExp): Locator {
    return this.messages.getByRole("listitem").filter({ hasText: text });
  }

  /** What the application says in passing. */
  toast(text: string | RegExp): Locator {
    return this.page.getByRole("region", { name: "Messages de l’application" }).getByText(text);
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** The web chat as the person who writes sees it: by roles and labels, in French. */
export class Chat {
  readonly field: Locator;
  readonly send: Locator;
  readonly askForPerson: Locator;
  readonly thread: Locator;
  readonly leave: Locator;

  constructor(readonly page: Page) {
    this.field = page.getByRole("textbox", { name: "Ton message" });
    this.send = page.getByRole("button", { name: "Envoyer", exact: true });
    this.askForPerson = page.getByRole("button", { name: "Parler à quelqu’un" }).last();
    this.thread = page.getByRole("region", { name: "Conversation", exact: true });
    this.leave = page.getByRole("link", { name: "Quitter vite" });
  }

  async open(path = "/chat"): Promise<void> {
    await this.page.goto(path);
    await expect(this.field).toBeVisible();
  }

  /** Writes and sends, and waits until the server has it. */
  async say(text: string): Promise<void> {
    await this.type(text);
    await this.send.click();
    await expect(this.field).toHaveValue("");
    await expect(this.own(text)).toBeVisible();
    await expect(this.thread.getByText("Envoi en cours…")).toHaveCount(0);
  }

  /** Asks for a person, by the button that is always there. @returns when the wait is shown */
  async ask(): Promise<void> {
    await this.askForPerson.click();
    await expect(this.waiting).toBeVisible();
  }

  /** What was typed counts once the page's scripts have come. */
  async type(text: string): Promise<void> {
    await this.field.fill(text);
    await expect(this.send).toHaveAttribute("aria-disabled", "false");
  }

  own(text: string): Locator {
    return this.thread.getByRole("listitem").filter({ hasText: text });
  }

  line(text: string | RegExp): Locator {
    return this.thread.getByRole("listitem").filter({ hasText: text });
  }

  /** The waiting card, with its place. */
  get waiting(): Locator {
    return this.page.getByRole("heading", { name: "Une personne va te répondre" });
  }

  /** The line under the header that says who is there. */
  status(words: string | RegExp): Locator {
    return this.page.getByRole("banner").getByText(words).filter({ visible: true });
  }
}

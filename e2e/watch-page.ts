import type { BrowserContext, Page } from "@playwright/test";

/** What went wrong in a browser although nothing on the screen may have told of it. */
export class Complaints {
  readonly #found: string[] = [];
  #allowed: RegExp[] = [];

  /** Everything that happens in pages of this context from now on. */
  watch(context: BrowserContext): void {
    const note = (line: string) => this.#found.push(line);
    context.on("console", (message) => {
      if (message.type() === "error") note(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => note(`page: ${error.error().stack ?? String(error.error())}`));
    context.on("response", (response) => {
      if (response.status() >= 500) note(`${response.status()}: ${response.request().method()} ${response.url()}`);
    });
  }

  add(lines: readonly string[]): void {
    this.#found.push(...lines);
  }

  /** For a test whose very subject is a refusal or a lost network: the browser writes those into its console. */
  allow(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  /** @returns what nobody allowed; and forgets */
  take(): string[] {
    const found = this.#found.splice(0).filter((line) => !this.#allowed.some((pattern) => pattern.test(line)));
    this.#allowed = [];
    return found;
  }
}

/** The browser's own line about an answer that a test provokes. */
export const refusedWith = (...statuses: number[]) =>
  new RegExp(`console: Failed to load resource.*\\b(${statuses.join("|")})\\b`);
/** The browser's own lines about a network that a test takes away. */
export const NETWORK_LOST = /console: .*(ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_CONNECTION|ERR_FAILED|WebSocket)/;

/** Takes the network away, or gives it back, as a tunnel does. */
export async function setNetwork(page: Page, on: boolean): Promise<void> {
  await page.context().setOffline(!on);
}

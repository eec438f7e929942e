import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test as base, type BrowserContext, type Locator, type Page } from "@playwright/test";

/** The ordinary page of the default setting `quickExitUrl`. */
export const AWAY = "https://www.meteofrance.com/";
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const CUT = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NAME_NOT_RESOLVED|WebSocket connection/;

/** A phone in a child's hand. The neutral page is played by the test; what the console says, but about a cut network, fails it. */
export const test = base.extend<{ chat: Page }>({
  chat: async ({ page, context }, hand) => {
    const said: string[] = [];
    page.on("console", (message) => message.type() === "error" && !CUT.test(message.text()) && said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await playWeather(context);
    await hand(page);
    expect(said).toEqual([]);
  },
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: "fr-FR",
});

export const field = (page: Page): Locator => page.getByRole("textbox", { name: "Ton message" });
export const leave = (page: Page): Locator => page.getByRole("link", { name: "Quitter vite" });
export const person = (page: Page): Locator => page.getByRole("button", { name: "Parler à quelqu’un" });
export const log = (page: Page): Locator => page.getByRole("log", { name: "Conversation" });

async function playWeather(context: BrowserContext): Promise<void> {
  await context.route(`${AWAY}**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Météo</title><h1>Il pleut</h1>" }),
  );
}

/** Writes and sees it in the thread. */
export async function say(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(log(page).getByText(words, { exact: true })).toBeVisible();
}

/** Stored: the last own line says so. */
export async function stored(page: Page): Promise<void> {
  await expect(log(page).getByText(/^(Envoyé|Reçu|Lu) · \d\d:\d\d$/)).toBeVisible();
}

/** What axe finds, in one line each. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: { run: (on: Document) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await run.run(document)).violations.map((found) => `${found.id}: ${found.nodes[0]?.html}`);
  });
}

import { expect, type BrowserContextOptions, type Locator, type Page } from "@playwright/test";
import { test as house } from "./house";
import { NETWORK_LOST } from "./watch-page";

/** The ordinary page of the default setting `quickExitUrl`. */
export const AWAY = "https://www.meteofrance.com/";
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A device in a child's hand, a telephone unless a test says otherwise. The neutral page is played by the test. */
export const test = house.extend<{ device: BrowserContextOptions; chat: Page }>({
  device: [PHONE, { option: true }],
  chat: async ({ stage, device }, hand) => {
    const page = await stage.browser(device);
    await page
      .context()
      .route(`${AWAY}**`, (route) => route.fulfill({ contentType: "text/html", body: "<title>Météo</title><h1>Il pleut</h1>" }));
    await hand(page);
  },
});

/** For tests that leave or cut what is under way: the browser tells of it. */
export const CUT = [NETWORK_LOST, /console: .*ERR_(NAME_NOT_RESOLVED|ABORTED)/];

export const field = (page: Page): Locator => page.getByRole("textbox", { name: "Ton message" });
export const leave = (page: Page): Locator => page.getByRole("link", { name: "Quitter vite" });
export const person = (page: Page): Locator => page.getByRole("button", { name: "Parler à quelqu’un" });
export const log = (page: Page): Locator => page.getByRole("log", { name: "Conversation" });

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

import { expect, type Page } from "@playwright/test";
import { AWAY, CUT, field, leave, log, say, stored, test } from "./chat-page";

test.describe("Quitter vite", () => {
  test.beforeEach(({ complaints }) => complaints.allow(...CUT));

  /** Another page, no way back, nothing kept, and a chat that knows nobody. */
  async function expectNoTrace(page: Page): Promise<void> {
    await expect(page.getByRole("heading", { name: "Il pleut" })).toBeVisible();
    expect(page.url()).toBe(AWAY);
    await page.goBack().catch(() => null);
    expect(page.url()).not.toContain("/chat");
    await page.goto("/chat");
    await expect(field(page)).toBeVisible();
    await expect(page.getByText("mon secret")).toHaveCount(0);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe("{}");
    await expect(field(page)).toHaveValue("");
  }

  test("by the button: another page takes its place, and nothing is left", async ({ chat: page }) => {
    await page.goto("/chat");
    await say(page, "mon secret");
    await stored(page);
    await field(page).fill("mon secret, pas fini");
    const forgotten = page.waitForRequest((request) => request.method() === "DELETE" && request.url().endsWith("/api/chat"));
    await leave(page).click();
    await forgotten;
    await expect(page.getByRole("heading", { name: "Il pleut" })).toBeVisible();
    await expect.poll(async () => (await page.context().cookies()).map((cookie) => cookie.name)).toEqual([]);
    await expectNoTrace(page);
  });

  test("by Escape, twice: once is not enough, and neither is slowly", async ({ chat: page }) => {
    await page.clock.install();
    await page.goto("/chat");
    await say(page, "mon secret");
    await stored(page);
    await page.keyboard.press("Escape");
    await page.clock.fastForward(1100);
    await page.keyboard.press("Escape");
    await expect(log(page).getByText("mon secret", { exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expectNoTrace(page);
  });

  test("without a network: the page goes, and the identity is void even if it could not be deleted", async ({ chat: page }) => {
    await page.goto("/chat");
    await say(page, "mon secret");
    await stored(page);
    await page.context().setOffline(true);
    await leave(page).click();
    await expect(page.getByText("mon secret")).toHaveCount(0);
    await page.context().setOffline(false);
    await page.goto("/chat");
    await expect(field(page)).toBeVisible();
    await expect(page.getByText("mon secret")).toHaveCount(0);
    // And the device can write again, as somebody else.
    await say(page, "quelqu’un d’autre");
    await stored(page);
    await page.reload();
    await expect(log(page).getByText("quelqu’un d’autre", { exact: true })).toBeVisible();
  });

  test("before the scripts have come, and from within a dialog", async ({ chat: page }) => {
    await page.context().route("**/_next/static/**/*.js", () => undefined);
    await page.goto("/chat", { waitUntil: "commit" });
    await leave(page).click();
    await expect(page.getByRole("heading", { name: "Il pleut" })).toBeVisible();
    await page.context().unroute("**/_next/static/**/*.js");

    await page.goto("/chat");
    await page.getByRole("button", { name: "Options" }).click();
    await page.getByRole("dialog", { name: "Options" }).getByRole("link", { name: "Quitter vite" }).click();
    await expect(page.getByRole("heading", { name: "Il pleut" })).toBeVisible();
  });
});

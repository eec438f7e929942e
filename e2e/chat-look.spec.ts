import { expect } from "@playwright/test";
import { axe } from "./axe";
import { log, test } from "./chat-page";

test.describe("nothing for axe to say about the chat", () => {
  const scenes = [
    "welcome",
    "welcome-closed",
    "bot",
    "waiting",
    "danger",
    "counsellor",
    "closed",
    "failed",
    "refused",
    "ended",
    "thanked",
  ];
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [320, 390, 1440])
      test(`${colorScheme}, ${width} px`, async ({ chat: page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 844 });
        for (const scene of scenes) {
          await page.goto(`/gallery/chat?scene=${scene}`);
          await expect(log(page)).toBeVisible();
          expect(await axe(page), scene).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), scene).toBe(true);
        }
        await page.goto("/chat");
        await expect(log(page)).toBeVisible();
        expect(await axe(page)).toEqual([]);
      });
});

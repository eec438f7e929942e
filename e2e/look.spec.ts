import type { Page } from "@playwright/test";
import { confirmSecondFactor } from "@/lib/accounts/confirm-second-factor";
import { enrolSecondFactor } from "@/lib/accounts/enrol-second-factor";
import { codeOf } from "@/lib/testing/people";
import { axe } from "./axe";
import { expect, test, type Stage } from "./house";
import { signIn, type Person } from "./people";
import { refusedWith } from "./watch-page";

// Every page, with the demonstration's evening on it, in both themes and both languages, on a desk and on a telephone: nothing for axe
// to say, and nothing wider than the screen.

test.use({ houseOptions: { evening: true } });

const LOOKS = [
  { theme: "light", locale: "fr", width: 1440 },
  { theme: "light", locale: "fr", width: 390 },
  { theme: "dark", locale: "fr", width: 1440 },
  { theme: "dark", locale: "fr", width: 390 },
  { theme: "light", locale: "en", width: 1440 },
  { theme: "dark", locale: "en", width: 390 },
] as const;

for (const look of LOOKS)
  test(`${look.theme}, ${look.locale}, ${look.width} px`, async ({ stage, complaints }) => {
    test.slow();
    complaints.allow(refusedWith(404));
    const { db } = stage.house;
    const open = async (person: Person | null) => {
      const options = { viewport: { width: look.width, height: 844 }, reducedMotion: "reduce" as const };
      const page = person ? (await stage.signedIn(person, options)).page : await stage.browser(options);
      const cookies = { theme: look.theme, locale: look.locale };
      await page.context().addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: stage.house.origin })));
      return page;
    };

    await test.step("for nobody: sign-in, the chat, a page that is not there", async () => {
      const page = await open(null);
      await show(page, "/sign-in");
      await page.locator("[name=email]").fill("quelqu.un@example.org");
      await page.locator("[name=password]").fill("pas le bon");
      await page.locator("[type=submit]").first().click();
      await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
      await judge(page, "sign-in refused");
      await show(page, "/chat");
      await show(page, "/nulle-part");
    });

    await test.step("for a counsellor: the desk, threads in every state, dialogs, one's own account", async () => {
      const karim = await demo(stage, "ecoutant");
      const page = await open(karim);
      await show(page, "/inbox");
      const held = await db.conversation.findFirstOrThrow({ where: { counsellorId: karim.id, state: "active" } });
      const waiting = await db.conversation.findFirstOrThrow({ where: { state: "waiting" }, orderBy: { danger: "desc" } });
      for (const { id } of [waiting, held]) {
        await show(page, `/inbox/${id}`);
        await expect(page.getByRole("log")).toBeVisible();
        await judge(page, `thread ${id}`);
      }
      for (const key of ["l", "c", "u"]) {
        await page.getByRole("log").focus();
        await page.keyboard.press(key);
        await expect(page.getByRole("dialog")).toBeVisible();
        await judge(page, `dialog of ${key}`);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toHaveCount(0);
      }
      await page.getByRole("log").focus();
      await page.keyboard.press("n");
      await judge(page, "a note");
      await show(page, "/inbox/00000000-0000-4000-8000-000000000000");
      await show(page, "/account");
    });

    await test.step("for a supervisor: every queue, many chosen, a thread read along", async () => {
      const page = await open(await demo(stage, "superviseur"));
      await show(page, "/inbox");
      for (const box of (await page.getByRole("checkbox").all()).slice(0, 2)) await box.check();
      await judge(page, "two chosen");
      const theirs = await db.conversation.findFirstOrThrow({ where: { state: "active", relays: { none: { endedAt: null } } } });
      await show(page, `/inbox/${theirs.id}`);
      await expect(page.getByRole("log")).toBeVisible();
      await judge(page, "read along");
    });

    await test.step("for an administrator: the accounts, one opened, a new one", async () => {
      const page = await open(await demo(stage, "admin"));
      await show(page, "/admin/accounts");
      const buttons = page.getByRole("main").getByRole("button");
      for (const name of [/^(Créer un compte|Create an account)$/, /Karim Benali/]) {
        await buttons.filter({ hasText: name }).or(page.getByRole("button", { name })).first().click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await judge(page, String(name));
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toHaveCount(0);
      }
    });

    await test.step("with half a session: the second factor, to prove and to set up", async () => {
      const person = await stage.person({ name: "Demi Session", roles: ["listener"], onDuty: false });
      const { actor } = await signIn(stage.house, person);
      const { secret } = await enrolSecondFactor(stage.house.ctx(actor));
      await confirmSecondFactor(stage.house.ctx(actor), { code: await codeOf(secret, stage.house.now()) });
      const page = await open(person);
      const half = await signIn(stage.house, person, { secondFactor: false });
      await page.context().addCookies([{ ...half.cookie, url: stage.house.origin }]);
      await page.goto("/inbox");
      await expect(page).toHaveURL(/\/account\/second-factor\?next=%2Finbox$/);
      await judge(page, "second factor");
    });
  });

async function demo(stage: Stage, local: string): Promise<Person> {
  const { id, name, email } = await stage.house.db.user.findUniqueOrThrow({ where: { email: `${local}@demo.3018.example` } });
  return { id, name, email, roles: [], skills: [] };
}

async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("main").first()).toBeVisible();
  await judge(page, address);
}

async function judge(page: Page, what: string): Promise<void> {
  expect.soft(await axe(page), what).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect.soft(wide, `${what} is wider than the screen`).toBe(false);
}

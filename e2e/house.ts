import { test as base, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { close } from "@/lib/conversations/close";
import { deactivate } from "@/lib/accounts/deactivate";
import { Chat } from "./chat";
import { Desk } from "./desk";
import { makePerson, signIn, type NewPerson, type OpenSession, type Person } from "./people";
import { openHouse, type House, type HouseOptions } from "./server";
import { Complaints } from "./watch-page";

export { expect } from "@playwright/test";
export type { Page } from "@playwright/test";

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SCREEN: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const SYSTEM = { kind: "system", name: "journey" } as const;

/** What a journey is told with: people who work here at their desks, and people who write, each in a browser of their own. */
export interface Stage {
  house: House;
  person: (given: NewPerson) => Promise<Person>;
  /** A signed-in browser, at no page yet. */
  signedIn: (person: Person, options?: BrowserContextOptions) => Promise<{ page: Page; session: OpenSession }>;
  /** Somebody new, signed in, their desk open and in step. */
  desk: (given: NewPerson | Person, options?: BrowserContextOptions) => Promise<Desk>;
  /** A browser on a telephone, at the chat. */
  visitor: (options?: BrowserContextOptions, path?: string) => Promise<Chat>;
  /** A browser of nobody. */
  browser: (options?: BrowserContextOptions) => Promise<Page>;
}

/** The stage over a house: the worker's own, or one that a test opened for itself. */
export function stageIn(house: House, browser: Browser, complaints: Complaints): Stage & { close: () => Promise<void> } {
  const contexts: BrowserContext[] = [];
  const open = async (options: BrowserContextOptions) => {
    const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris", baseURL: house.origin, ...options });
    contexts.push(context);
    complaints.watch(context);
    return context.newPage();
  };
  const stage: Stage = {
    house,
    person: (given) => makePerson(house, given),
    browser: (options = SCREEN) => open(options),
    signedIn: async (person, options = SCREEN) => {
      const session = await signIn(house, person);
      const page = await open(options);
      await page.context().addCookies([{ ...session.cookie, url: house.origin, httpOnly: true, sameSite: "Lax" }]);
      return { page, session };
    },
    desk: async (given, options) => {
      const person = "id" in given ? given : await makePerson(house, given);
      const { page } = await stage.signedIn(person, options);
      const desk = new Desk(page, person);
      await desk.open();
      return desk;
    },
    visitor: async (options = PHONE, path = "/chat") => {
      const chat = new Chat(await open(options));
      await chat.open(path);
      return chat;
    },
  };
  return {
    ...stage,
    close: async () => {
      for (const context of contexts) await context.close();
    },
  };
}

interface Fixtures {
  stage: Stage;
  complaints: Complaints;
}

interface WorkerFixtures {
  houseOptions: HouseOptions;
  house: House;
}

/**
 * Playwright's test with a house: one real server for each worker, emptied after each test. An unexpected console.error, page error,
 * 5xx answer or error in the server's log fails the test that it happened in.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  houseOptions: [{}, { scope: "worker", option: true }],
  house: [
    async ({ houseOptions }, give) => {
      const house = await openHouse(houseOptions);
      await give(house);
      await house.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ house }, give) => give(house.origin),
  complaints: async ({ house }, give) => {
    house.complaints();
    const complaints = new Complaints();
    await give(complaints);
    complaints.add(house.complaints());
    base.expect(complaints.take(), "what browsers and server complained about").toEqual([]);
  },
  context: async ({ context, complaints }, give) => {
    complaints.watch(context);
    await give(context);
  },
  stage: async ({ house, houseOptions, browser, complaints }, give) => {
    const stage = stageIn(house, browser, complaints);
    await give(stage);
    await stage.close();
    if (!houseOptions.evening) await emptyHouse(house);
  },
});

/** Everybody has gone home and every conversation is over: the queue is one for the whole house, and each test begins with none. */
async function emptyHouse({ db, ctx }: House): Promise<void> {
  const open = await db.conversation.findMany({ where: { state: { not: "closed" } }, select: { id: true } });
  for (const { id } of open) await close(ctx(SYSTEM), { conversationId: id });
  const staff = await db.user.findMany({ where: { deactivatedAt: null, capacity: { gt: 0 } }, select: { id: true } });
  for (const { id } of staff) await deactivate(ctx(SYSTEM), { userId: id });
}

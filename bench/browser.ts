import { get } from "node:http";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { CHROMIUM_FLAGS, chromiumPath } from "@/e2e/browser";
import type { Counsellor, Talk } from "./cast";
import { until } from "./echo";
import { arrivals, spreadOf, type Spread } from "./percentiles";
import { Sender } from "./send";

/** A real desk in a real browser. */
export class RealDesk {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #scripts: Set<string>;

  private constructor(browser: Browser, page: Page, scripts: Set<string>) {
    this.#browser = browser;
    this.#page = page;
    this.#scripts = scripts;
  }

  /** Opens a counsellor's desk, on a thread if one is given, and waits until it is live and quiet. */
  static async open(origin: string, { cookie }: Counsellor, conversationId: string | null): Promise<RealDesk> {
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
    const context = await signedIn(browser, origin, cookie);
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.add(response.url());
    });
    await page.goto(`${origin}/inbox${conversationId === null ? "" : `/${conversationId}`}`, { waitUntil: "networkidle" });
    return new RealDesk(browser, page, scripts);
  }

  /** The script files that the page has loaded by now, and their size on the wire, compressed as the server compresses them. */
  async scripts(): Promise<{ files: number; bytes: number }> {
    const sizes = await Promise.all([...this.#scripts].map(wireSize));
    return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  }

  /** From a visitor's send to the words standing in the document, seen by a MutationObserver in the page. */
  async measure(origin: string, talk: Talk, perSecond: number, seconds: number): Promise<{ spread: Spread; lost: number }> {
    await this.#page.evaluate(observe);
    const sender = new Sender(origin, 4);
    const due = new Map<string, number>();
    const started = performance.now();
    try {
      await Promise.all(
        arrivals(perSecond, seconds, Math.random).map(async (at, n) => {
          await until(started + at);
          const mark = `dom-${n}-mark`;
          // The wall clock, which both processes share; each counts its own `performance.now()` from another instant.
          due.set(mark, Date.now() - (performance.now() - started - at));
          await sender.visitorWrites(talk.cookie, mark);
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 2000));
    } finally {
      sender.close();
    }
    const seen = new Map(await this.#page.evaluate(() => (globalThis as unknown as Observing).seen));
    const took = [...due].flatMap(([mark, at]) => (seen.has(mark) ? [seen.get(mark)! - at] : []));
    return { spread: spreadOf(took), lost: due.size - took.length };
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

interface Observing {
  seen: [string, number][];
}

/** Runs in the page: notes when each mark first stands in the thread (the row of the list, which also shows it, does not count). */
function observe(): void {
  const seen: [string, number][] = [];
  const known = new Set<string>();
  Object.assign(globalThis, { seen });
  new MutationObserver((records) => {
    const at = Date.now();
    for (const { target, addedNodes } of records) {
      if (!(target instanceof Element ? target : target.parentElement)?.closest("[role=log]")) continue;
      for (const node of [target, ...addedNodes]) {
        for (const [mark] of (node.textContent ?? "").matchAll(/dom-\d+-mark/g)) {
          if (known.has(mark)) continue;
          known.add(mark);
          seen.push([mark, at]);
        }
      }
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

async function signedIn(browser: Browser, origin: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const split = cookie.indexOf("=");
  await context.addCookies([{ name: cookie.slice(0, split), value: cookie.slice(split + 1), url: origin, httpOnly: true }]);
  return context;
}

/** Bytes of the body as they travel; the smallest files are not worth compressing to the server. */
async function wireSize(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.once("end", () => resolve(bytes));
    }).once("error", reject);
  });
}

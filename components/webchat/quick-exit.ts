export interface QuickExit {
  /** The ordinary page that takes the place of this one. */
  target: string;
  /** What the tab is called in the instant before it is gone. */
  title: string;
}

/** What this script and the live part of the page tell each other. */
export interface ChatWindow extends Window {
  quickExitArmed?: boolean;
  /** The last button touched before there was anybody to answer it. */
  earlyTap?: HTMLElement | null;
}

/** Told to the live part of the page, so that it forgets what it holds in memory. */
export const LEAVE_EVENT = "chat:leave";

/**
 * "Quitter vite": every `[data-quick-exit]`, or Escape twice within a second. It runs from a script in the page's own HTML, before
 * React: somebody who has to leave cannot wait for JavaScript on a slow phone. The function is written into the page as text, so it
 * may use nothing from outside itself.
 *
 * Works without a network: what the page can forget it forgets at once; `chat_left` voids the HttpOnly cookie until the server
 * deletes both.
 */
export function armQuickExit({ target, title }: QuickExit): void {
  const page = window as ChatWindow;
  if (page.quickExitArmed) return;
  page.quickExitArmed = true;
  let escapedAt = Number.NEGATIVE_INFINITY;
  let left = false;

  function forget(): void {
    document.cookie = "chat_left=1; Path=/; Max-Age=2592000; SameSite=Lax";
    document.cookie = "locale=; Path=/; Max-Age=0; SameSite=Lax";
    fetch("/api/chat", { method: "DELETE", keepalive: true }).catch(() => undefined);
    sessionStorage.clear();
    for (const key of Object.keys(localStorage)) if (key.startsWith("3018.")) localStorage.removeItem(key);
    caches.keys().then(
      (names) => names.forEach((name) => void caches.delete(name)),
      () => undefined,
    );
  }

  /** Blank at once: the next page may take seconds to come. */
  function blank(): void {
    document.title = title;
    document.documentElement.style.visibility = "hidden";
    window.dispatchEvent(new Event("chat:leave"));
    document.querySelector("link[rel~=icon]")?.remove();
    document.body.textContent = "";
  }

  function go(): void {
    if (window.parent === window) return location.replace(target);
    // In another site's page: that page must go, not only our frame in it. The widget's script listens, should the browser refuse.
    window.parent.postMessage({ type: "3018:quick-exit", target }, "*");
    try {
      window.top?.location.replace(target);
    } catch {
      location.replace(target);
    }
  }

  function leave(): void {
    if (left) return;
    left = true;
    // Each step by itself: a browser that refuses one (storage, caches) must not keep the person here.
    for (const step of [forget, blank, go]) {
      try {
        step();
      } catch {
        continue;
      }
    }
  }

  document.addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element)) return;
      if (event.target.closest("[data-quick-exit]")) {
        event.preventDefault();
        leave();
      } else page.earlyTap = event.target.closest<HTMLElement>("[data-early]");
    },
    true,
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.isComposing || event.repeat) return;
      if (performance.now() - escapedAt <= 1000) return leave();
      escapedAt = performance.now();
    },
    true,
  );
  // Some browsers bring a page back from memory as it was, in spite of no-store.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && left) location.replace(target);
    else if (event.persisted) location.reload();
  });
}

/** The script's text for the page. `<` is written so that no value can close the script element. */
export function quickExitScript(exit: QuickExit): string {
  return `(${armQuickExit.toString()})(${JSON.stringify(exit).replaceAll("<", "\\u003c")})`;
}

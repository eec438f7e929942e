export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const NAMES: Record<string, string> = {
  " ": "space",
  Enter: "enter",
  Escape: "escape",
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Delete: "delete",
};

/**
 * What was pressed, as shortcuts are written: "mod+enter", "shift+t", "?". Shift counts for letters and named keys alone:
 * on a French keyboard it is what makes a digit or a question mark.
 */
export function keysOf(event: Pressed): string {
  const named = NAMES[event.key];
  const key = named ?? event.key.toLowerCase();
  const shift = event.shiftKey && (named !== undefined || /^\p{L}$/u.test(key));
  const parts = [(event.ctrlKey || event.metaKey) && "mod", event.altKey && "alt", shift && "shift", key];
  return parts.filter(Boolean).join("+");
}

/** A character by itself, which a voice control or a typing aid may produce unasked (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
  return !/^(mod|alt)\+/.test(keys) && [...keys.replace(/^shift\+/, "")].length === 1;
}

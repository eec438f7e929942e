/** A place in the event log: "xid:id". The pair orders events even when transactions overlap (design.md §4). */
export type Cursor = string;

export const CURSOR_PATTERN = /^\d{1,20}:\d{1,19}$/;

/** True when `a` lies after `b`. */
export function isAfter(a: Cursor, b: Cursor): boolean {
  const [ax = "0", ai = "0"] = a.split(":");
  const [bx = "0", bi = "0"] = b.split(":");
  const byXid = compareDigits(ax, bx);
  return byXid > 0 || (byXid === 0 && compareDigits(ai, bi) > 0);
}

/** Digits compared as numbers without BigInt: both sides come without leading zeros. */
function compareDigits(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

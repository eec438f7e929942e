export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export interface Size {
  width: number;
  height: number;
}
export type Side = "below" | "above" | "after";
export type Align = "start" | "center" | "end";

const GAP = 6;
const MARGIN = 8;

/** Where a floating box goes: on the wished side, else on the other one when only that has room, always inside the window. */
export function place(anchor: Box, floating: Size, view: Size, side: Side, align: Align): { left: number; top: number } {
  if (side === "after") {
    const after = anchor.left + anchor.width + GAP;
    const fits = after + floating.width + MARGIN <= view.width;
    return {
      left: within(fits ? after : anchor.left - GAP - floating.width, floating.width, view.width),
      top: within(along(anchor.top, anchor.height, floating.height, align), floating.height, view.height),
    };
  }
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - GAP - floating.height;
  const roomBelow = below + floating.height + MARGIN <= view.height;
  const roomAbove = above >= MARGIN;
  const goesBelow = side === "below" ? roomBelow || !roomAbove : !roomAbove && roomBelow;
  return {
    left: within(along(anchor.left, anchor.width, floating.width, align), floating.width, view.width),
    top: within(goesBelow ? below : above, floating.height, view.height),
  };
}

function along(start: number, anchor: number, floating: number, align: Align): number {
  if (align === "start") return start;
  return align === "end" ? start + anchor - floating : start + (anchor - floating) / 2;
}

function within(value: number, size: number, view: number): number {
  return Math.max(MARGIN, Math.min(value, view - size - MARGIN));
}

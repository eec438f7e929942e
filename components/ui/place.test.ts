import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { place, type Align, type Side } from "./place";

const view = { width: 400, height: 300 };
const popup = { width: 100, height: 80 };

describe("place", () => {
  it.each<[string, Side, Align, [number, number], [number, number]]>([
    ["below, starting together", "below", "start", [100, 50], [100, 96]],
    ["below, ending together", "below", "end", [100, 50], [40, 96]],
    ["below, centred", "below", "center", [100, 50], [70, 96]],
    ["no room below: above", "below", "start", [100, 200], [100, 114]],
    ["no room above: below", "above", "start", [100, 20], [100, 66]],
    ["after", "after", "start", [100, 50], [146, 50]],
    ["no room after: before", "after", "start", [300, 50], [194, 50]],
    ["pushed back in at the right edge", "below", "start", [380, 50], [292, 96]],
  ])("%s", (_name, side, align, [left, top], [x, y]) => {
    expect(place({ left, top, width: 40, height: 40 }, popup, view, side, align)).toEqual({ left: x, top: y });
  });

  it("stays inside the window wherever the anchor is", () => {
    const at = fc.integer({ min: -200, max: 600 });
    fc.assert(
      fc.property(
        at,
        at,
        fc.constantFrom<Side>("below", "above", "after"),
        fc.constantFrom<Align>("start", "center", "end"),
        (left, top, side, align) => {
          const spot = place({ left, top, width: 40, height: 40 }, popup, view, side, align);
          expect(spot.left).toBeGreaterThanOrEqual(8);
          expect(spot.left + popup.width).toBeLessThanOrEqual(view.width - 8);
          expect(spot.top).toBeGreaterThanOrEqual(8);
          expect(spot.top + popup.height).toBeLessThanOrEqual(view.height - 8);
        },
      ),
    );
  });
});

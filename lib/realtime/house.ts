import type { Actor } from "@/lib/contract/actor";
import type { ActivityBoard } from "./activity";
import type { Sessions, SessionOptions } from "./sessions";
import type { Means } from "./shelf";
import type { Tail } from "./tail";
import type { WaitPlaces } from "./wait-places";
import type { Watches } from "./watch";

/** What the gateway is given. */
export interface HouseOptions extends Means, SessionOptions {
  /** Started by the caller after the gateway is attached, closed after the gateway. */
  tail: Tail;
  authenticateVisitor: (cookie: string | null) => Promise<Extract<Actor, { kind: "visitor" }> | null>;
}

/** What the parts of the gateway know of each other. */
export interface House extends HouseOptions {
  means: Means;
  board: ActivityBoard;
  watches: Watches;
  sessions: Sessions;
  places: WaitPlaces;
}

import type { Change } from "@/lib/core/change";

/**
 * Asks for a pass over the queue after this change: somebody waits, or somebody has room. Rooms below routing ask by name; the key
 * folds what is asked at the same moment into one pass, the queue name lets passes run one after the other.
 */
export function wakeRouting({ enqueue }: Pick<Change, "enqueue">, because: string): void {
  enqueue("routing.assign-next", { because }, { queue: "routing", key: "routing.assign-next" });
}

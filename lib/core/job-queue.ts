import type { JobCatalogue, JobName } from "@/lib/contract/jobs";

export interface JobOptions {
  /** Jobs of one queue name run one after the other, e.g. `conversation:<id>`. */
  queue?: string;
  /** A waiting job with the same key is replaced instead of doubled. */
  key?: string;
  /** Not before this many milliseconds from the commit. */
  delayMs?: number;
  maxAttempts?: number;
}

/** A job as `core_flush` (migration "guards") hands it to graphile-worker, inside the change's transaction. */
export interface HeldJob<N extends JobName = JobName> extends JobOptions {
  name: N;
  payload: JobCatalogue[N];
}

export type Enqueue = <N extends JobName>(name: N, payload: JobCatalogue[N], options?: JobOptions) => void;

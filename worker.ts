import { run, Logger, type Runner, type TaskList } from "graphile-worker";
import type { JobCatalogue, JobName } from "@/lib/contract/jobs";
import type { Actor } from "@/lib/contract/actor";
import { checkPresence } from "@/lib/accounts/check-presence";
import { now } from "@/lib/core/clock";
import { config } from "@/lib/core/config";
import { contextFor, type Context } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { sealAudit } from "@/lib/core/audit-log";
import { sweep } from "@/lib/core/sweep";
import { openWorkerPool } from "@/lib/core/worker-pool";
import { assignNext } from "@/lib/routing/assign-next";
import { expireOffer } from "@/lib/routing/expire-offer";
import { withdrawOffers } from "@/lib/routing/withdraw-offers";
import { checkDuty } from "@/lib/shifts/check-duty";
import { takeTurn } from "@/lib/triage/take-turn";

type Means = Pick<Context, "db" | "vault">;
type Handlers = { [N in JobName]: { actor: Actor; verb: (ctx: Context, payload: JobCatalogue[N]) => Promise<unknown> } };

const system = (name: string): Actor => ({ kind: "system", name });

/** Job names joined to verbs: a job of the catalogue without a verb does not compile. */
const HANDLERS: Handlers = {
  "triage.take-turn": { actor: { kind: "bot" }, verb: takeTurn },
  "routing.assign-next": { actor: system("routing"), verb: assignNext },
  "routing.expire-offer": { actor: system("routing"), verb: expireOffer },
  "routing.check-presence": { actor: system("routing"), verb: checkPresence },
  "routing.withdraw-offers": { actor: system("routing"), verb: withdrawOffers },
  "shifts.check-duty": { actor: system("shifts"), verb: checkDuty },
  "audit.seal": { actor: system("audit"), verb: sealAudit },
  "core.sweep": { actor: system("sweep"), verb: sweep },
};

/** Jobs that come back by themselves, in seconds. Each re-enters the queue under its name as key, so that it exists once. */
const REPEATED: Partial<Record<JobName, number>> = {
  "routing.check-presence": 10,
  "shifts.check-duty": 10,
  "audit.seal": 10,
  "core.sweep": 300,
};

/** Runs jobs until stopped. Several workers on one database share the work. */
export async function startWorker(means: Means, databaseUrl: string): Promise<Runner> {
  const pool = openWorkerPool(databaseUrl);
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1000,
    noPreparedStatements: false,
    logger: new Logger(
      () => (level, message) => (level === "error" ? log.warn({ worker: message.slice(0, 80) }, "worker") : undefined),
    ),
    taskList: taskList(means),
  });
  for (const name of Object.keys(REPEATED) as JobName[]) await runner.addJob(name, {}, { jobKey: name });
  void runner.promise.finally(() => pool.end());
  return runner;
}

function taskList(means: Means): TaskList {
  const names = Object.keys(HANDLERS) as JobName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (payload: unknown, helpers) => {
        const { actor, verb } = HANDLERS[name];
        try {
          // The queue is written by `change().enqueue` alone, whose types are these.
          await verb(contextFor(means, actor, now()), payload as never);
        } catch (error) {
          log.error({ err: error, job: name }, "job failed");
          // The queue keeps the words of an error beside the job, and those of a library may quote what it was given.
          const { name: kind, code } = error as { name?: string; code?: unknown };
          throw new Error([kind, code].filter(Boolean).join(" "), { cause: error });
        } finally {
          const seconds = REPEATED[name];
          if (seconds) await helpers.addJob(name, {}, { jobKey: name, runAt: new Date(Date.now() + seconds * 1000) });
        }
      },
    ]),
  ) as TaskList;
}

/** `tsx worker.ts`: jobs alone, beside web processes started with WORKER=0. */
if (process.argv[1]?.endsWith("worker.ts")) {
  const { unlockMeans } = await import("@/lib/core/means");
  const runner = await startWorker(await unlockMeans(), config().databaseUrl ?? "");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void runner.stop().then(() => process.exit(0)));
}

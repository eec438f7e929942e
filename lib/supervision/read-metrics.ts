import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Database } from "@/lib/core/db";

/** The process's own figures, kept over scrapes. */
const own = new Registry();
collectDefaultMetrics({ register: own });

/** Conversations by state and danger, the longest wait, and jobs by state, as Prometheus text. Counts only; nothing of a person. */
export async function readMetrics(db: Database): Promise<string> {
  const registry = new Registry();
  const conversations = new Gauge({
    name: "helpdesk_conversations",
    help: "Open conversations",
    labelNames: ["state", "danger"],
    registers: [registry],
  });
  const longest = new Gauge({ name: "helpdesk_longest_wait_seconds", help: "Longest wait in the queue", registers: [registry] });
  const jobs = new Gauge({ name: "helpdesk_jobs", help: "Jobs", labelNames: ["state"], registers: [registry] });

  const counted = await db.conversation.groupBy({ by: ["state", "danger"], where: { state: { not: "closed" } }, _count: true });
  for (const { state, danger, _count } of counted) conversations.set({ state, danger }, _count);
  const oldest = await db.conversation.aggregate({ where: { state: "waiting" }, _min: { waitingSince: true } });
  const [clock] = await db.$queryRaw<{ now: Date }[]>`select now() as now`;
  longest.set(oldest._min.waitingSince ? Math.max(0, (clock!.now.getTime() - oldest._min.waitingSince.getTime()) / 1000) : 0);
  const queued = await db.$queryRaw<{ state: string; count: bigint }[]>`
    select case when attempts >= max_attempts then 'dead' when locked_at is not null then 'running' when run_at <= now() then 'due' else 'scheduled' end as state,
           count(*) from graphile_worker.jobs group by 1`;
  for (const { state, count } of queued) jobs.set({ state }, Number(count));
  return `${await own.metrics()}\n${await registry.metrics()}`;
}

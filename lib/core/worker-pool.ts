import pg from "pg";
import { APP_ROLE_OPTION } from "./db";
import { log } from "./log";

/** The job runner's own connections, under the application's role. A dropped one is taken anew; unheard, its error would end the process. */
export function openWorkerPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 8, options: APP_ROLE_OPTION, application_name: "helpdesk worker" });
  const lost = (error: Error) => log.warn({ err: error }, "worker connection lost");
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}

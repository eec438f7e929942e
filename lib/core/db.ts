import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient, type Prisma } from "@/prisma/generated/client";

export type Database = PrismaClient & {
  /** The connections under it, for the few statements whose cost counts (change-at-once.ts): Prisma's own work is 0.5 ms of CPU a transaction. */
  readonly pool: pg.Pool;
};
/** A transaction of `change()`, or the client itself where something only reads. */
export type Tx = Prisma.TransactionClient;

/**
 * The role the application works under: it may not rewrite the audit log (migration "guards"). Random pages cost what they do on a solid
 * state disk: at the default of 4, a statement prepared while a table is young reads the whole table for as long as the connection lives
 * (measured: 3.6 ms of CPU instead of 0.5 for a message, a minute after the first start).
 */
export const APP_ROLE_OPTION = "-c role=helpdesk_app -c synchronous_commit=on -c random_page_cost=1.1";

/**
 * Opens a database. One per process and address; tests open one per cloned database and close it.
 * @param pool most connections at once
 */
export function openDatabase(url: string, pool: number): Database {
  const connections = new pg.Pool({ connectionString: url, max: pool, options: APP_ROLE_OPTION, application_name: "helpdesk" });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  connections.on("error", () => undefined);
  const client = new PrismaClient({
    adapter: new PrismaPg(connections, { disposeExternalPool: true }),
    // A burst waits for a connection instead of failing; a transaction that takes longer than this is a defect.
    transactionOptions: { maxWait: 15_000, timeout: 20_000 },
  });
  return Object.assign(client, { pool: connections });
}

import type { Tx } from "./db";

const WRITING_METHODS = new Set([
  "create",
  "createMany",
  "createManyAndReturn",
  "update",
  "updateMany",
  "updateManyAndReturn",
  "upsert",
  "delete",
  "deleteMany",
]);
/** `for update` locks, it does not write. */
const WRITING_SQL = /\b(insert\s+into|update|delete\s+from)\b/i;
const LOCKING_SQL = /\bfor\s+(no\s+key\s+)?update\b/gi;

/**
 * A transaction that remembers whether rows were written through it. PostgreSQL cannot be asked: a row lock also takes a transaction
 * id, and pg_stat_xact_user_tables still counts what earlier transactions of the connection have not flushed (measured).
 */
export function watchWrites(tx: Tx): { tx: Tx; wrote: () => boolean } {
  let wrote = false;
  const noting =
    (call: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]) => {
      const result = await call(...args);
      if (affected(result)) wrote = true;
      return result;
    };
  const delegates = new Map<string, unknown>();

  const watched = new Proxy(tx, {
    get(target, name: string) {
      const value: unknown = Reflect.get(target, name);
      if (name === "$executeRaw" || name === "$executeRawUnsafe")
        return noting((value as (...args: unknown[]) => Promise<unknown>).bind(target));
      if (name === "$queryRaw" || name === "$queryRawUnsafe") {
        const query = (value as (...args: unknown[]) => Promise<unknown>).bind(target);
        return (...args: unknown[]) => (writes(args[0]) ? noting(query)(...args) : query(...args));
      }
      if (typeof value !== "object" || value === null || name.startsWith("$") || name.startsWith("_")) return value;
      if (!delegates.has(name)) delegates.set(name, watchDelegate(value, noting));
      return delegates.get(name);
    },
  });
  return { tx: watched, wrote: () => wrote };
}

function watchDelegate(delegate: object, noting: (call: (...args: unknown[]) => Promise<unknown>) => unknown): object {
  return new Proxy(delegate, {
    get(target, method: string) {
      const value: unknown = Reflect.get(target, method);
      return WRITING_METHODS.has(method) ? noting((value as (...args: unknown[]) => Promise<unknown>).bind(target)) : value;
    },
  });
}

/** A statement that touched no row (count 0, no row returned) wrote nothing. */
function affected(result: unknown): boolean {
  if (typeof result === "number") return result > 0;
  if (Array.isArray(result)) return result.length > 0;
  if (typeof result === "object" && result !== null && "count" in result) return result.count !== 0;
  return true;
}

/** First argument of a raw query: template strings, a Prisma.sql value, or text. */
function writes(query: unknown): boolean {
  const text = Array.isArray(query)
    ? query.join("?")
    : typeof query === "string"
      ? query
      : String((query as { sql?: string } | undefined)?.sql ?? "");
  return WRITING_SQL.test(text.replace(LOCKING_SQL, ""));
}

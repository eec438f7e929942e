import { z } from "zod";

/** The environment, parsed once, by one schema (contract.md); every variable is listed in .env.example. */

const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const optionalUrl = z.url().optional();
const LogLevel = z.enum(["silent", "error", "warn", "info", "debug"]);

const Environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3018),
  DATABASE_URL: z.string().startsWith("postgres").optional(),
  DATA_DIR: z.string().default(".data"),
  APP_URL: optionalUrl,
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  MASTER_KEY: base64Key().optional(),
  /** Older master keys, newest first, comma separated: needed until `npm run admin -- rotate-keys` has re-wrapped every key. */
  MASTER_KEY_PREVIOUS: z
    .string()
    .transform((list) => list.split(",").map((key) => key.trim()))
    .pipe(z.array(base64Key()))
    .optional(),
  DEMO: flag.optional(),
  DEMO_PASSWORD: z.string().min(8).default("demo-3018-local"),
  DEMO_HOURS: z.enum(["always", "real"]).default("always"),
  /** Set by the server from DEMO_NOW, so that every bundle and process of one demonstration share a clock. */
  DEMO_CLOCK_OFFSET_MS: z.coerce.number().int().optional(),
  DEMO_NOW: z.iso.datetime({ offset: true, local: true }).optional(),
  /** 0: a demonstration without its evening, for tests and measurements that bring their own people. */
  DEMO_EVENING: flag.default(true),
  /** Conversations of generated history in the demonstration evening. */
  DEMO_HISTORY: z.coerce.number().int().min(0).max(100_000).default(600),
  WORKER: flag.default(true),
  /** Reverse proxies in front of this process whose X-Forwarded-For is believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: LogLevel.default("info"),
  OIDC_ISSUER: optionalUrl,
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("OpenID Connect"),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(16),
});

function base64Key() {
  return z.string().refine((value) => Buffer.from(value, "base64").length === 32, "32 bytes in base64");
}

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads an environment. It is a demonstration when DEMO=1, or by default without DATABASE_URL outside NODE_ENV=production.
 * @throws ConfigError with one line per problem: a production start refuses missing or default secrets.
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const e = parsed.data;
  const demo = e.DEMO ?? (!e.DATABASE_URL && e.NODE_ENV !== "production");
  const problems = demo ? [] : productionProblems(e);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    port: e.PORT,
    databaseUrl: e.DATABASE_URL ?? null,
    databasePool: e.DATABASE_POOL,
    dataDir: e.DATA_DIR,
    appUrl: e.APP_URL ?? `http://localhost:${e.PORT}`,
    nextAuthSecret: e.NEXTAUTH_SECRET ?? null,
    masterKeys: e.MASTER_KEY === undefined ? [] : [e.MASTER_KEY, ...(e.MASTER_KEY_PREVIOUS ?? [])],
    demo,
    demoPassword: e.DEMO_PASSWORD,
    demoHours: demo ? e.DEMO_HOURS : ("real" as const),
    demoNow: demo && e.DEMO_NOW ? new Date(e.DEMO_NOW) : null,
    demoClockOffsetMs: demo ? (e.DEMO_CLOCK_OFFSET_MS ?? null) : 0,
    demoEvening: e.DEMO_EVENING,
    demoHistory: e.DEMO_HISTORY,
    worker: e.WORKER,
    trustedProxies: e.TRUST_PROXY,
    metricsToken: e.METRICS_TOKEN ?? null,
    oidc:
      e.OIDC_ISSUER && e.OIDC_CLIENT_ID && e.OIDC_CLIENT_SECRET
        ? { issuer: e.OIDC_ISSUER, clientId: e.OIDC_CLIENT_ID, clientSecret: e.OIDC_CLIENT_SECRET, name: e.OIDC_NAME }
        : null,
  };
}

function productionProblems(e: z.infer<typeof Environment>): string[] {
  const problems: string[] = [];
  if (!e.DATABASE_URL) problems.push("DATABASE_URL: a production installation needs its own PostgreSQL");
  if (!e.APP_URL) problems.push("APP_URL: the public address, for origin checks and links");
  else if (!e.APP_URL.startsWith("https://") && !/^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(e.APP_URL))
    problems.push("APP_URL: must be https");
  if (!e.NEXTAUTH_SECRET) problems.push("NEXTAUTH_SECRET: at least 32 characters");
  if (!e.MASTER_KEY) problems.push("MASTER_KEY: 32 bytes in base64 (openssl rand -base64 32)");
  return problems;
}

/** The environment cannot be used; `problems` are lines for a person. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

let current: Config | null = null;

/** The process's configuration, read at first use. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}

/** Apart from the rest: a module that logs is loaded while building, where there is no environment to be complete. */
export function logLevel(): z.infer<typeof LogLevel> {
  if (process.env.NODE_ENV === "test") return "silent";
  return LogLevel.catch("info").parse(process.env.LOG_LEVEL);
}

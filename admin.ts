import { randomInt } from "node:crypto";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { ConfigError } from "@/lib/core/config";
import { completeEnvironment } from "@/lib/core/startup";
import { migrate } from "@/prisma/migrate";

/** `npm run admin -- …`: accounts, keys and the audit log from a terminal of the machine itself, running server or not. */

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  // Without a command, or asking for help, nothing needs to start.
  if (args.length === 0 || args.includes("--help")) {
    const { USAGE } = await import("@/app/_doors/admin-commands");
    say(USAGE);
    return args.length === 0 ? 2 : 0;
  }
  const { environment, stop } = await completeEnvironment(process.env);
  Object.assign(process.env, environment);
  try {
    await migrate(environment.DATABASE_URL!);
    const [{ runAdmin }, { unlockMeans }, { contextFor }, { now }] = await Promise.all([
      import("@/app/_doors/admin-commands"),
      import("@/lib/core/means"),
      import("@/lib/core/context"),
      import("@/lib/core/clock"),
    ]);
    const ctx = contextFor(await unlockMeans(), { kind: "system", name: "admin" }, now());
    try {
      return await runAdmin(ctx, args, { say, complain, readPassword, makePassword });
    } finally {
      await ctx.db.$disconnect();
    }
  } finally {
    await stop();
  }
}

/** Twenty characters without those that are misread: 98 random bits. */
function makePassword(): string {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  return Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")).join("-");
}

async function readPassword(from: "person" | "stdin"): Promise<string> {
  if (from === "person" && !process.stdin.isTTY)
    throw new ConfigError(["password: there is no terminal to ask at; use --password-stdin or --generate-password"]);
  // What is typed is not shown: readline echoes into a stream that drops it.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: from === "person" });
  if (from === "person") process.stderr.write("Password (12 characters or more, not shown): ");
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
    if (from === "person") process.stderr.write("\n");
  }
}

main()
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    const human = error instanceof Error && (error instanceof ConfigError || error.name === "EmbeddedPostgresError");
    complain(human ? error.message : ((error as Error)?.stack ?? String(error)));
    process.exit(1);
  });

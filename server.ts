import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { ConfigError } from "@/lib/core/config";
import { completeEnvironment } from "@/lib/core/startup";
import { migrate } from "@/prisma/migrate";

/**
 * HTTP, Next, Socket.IO, and the worker unless told otherwise (WORKER=0). Order: environment → database → migrations → seed of an
 * empty demonstration → routes. Nothing is served before the database is ready.
 */

const { values: options } = parseArgs({
  options: {
    dev: { type: "boolean", default: false },
    port: { type: "string" },
    hostname: { type: "string", default: "0.0.0.0" },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  if (options.port) process.env.PORT = options.port;
  const { environment, stop: stopDatabase } = await completeEnvironment(process.env);
  // Next and every module that asks for the configuration read the completed environment.
  Object.assign(process.env, environment, { NODE_ENV: options.dev ? "development" : "production" });
  const stopping: (() => Promise<void>)[] = [stopDatabase];
  const stop = oneStop(stopping);
  try {
    const applied = await migrate(environment.DATABASE_URL!);
    if (applied.length > 0) say(`Database brought up to date (${applied.length} migration${applied.length > 1 ? "s" : ""}).`);
    await serve(stopping);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function serve(stopping: (() => Promise<void>)[]): Promise<void> {
  // Imported now: these modules read the environment that has just been completed.
  const [
    { default: next },
    { config },
    { means, unlockMeans },
    { prepareData },
    { attachLive },
    { startWorker },
    { entrance, refuseUpgrades },
    { giveBuiltConfig },
  ] = await Promise.all([
    import("next"),
    import("@/lib/core/config"),
    import("@/lib/core/means"),
    import("@/prisma/prepare-data"),
    import("@/app/_doors/live"),
    import("@/worker"),
    import("@/app/_doors/entrance"),
    import("@/app/_doors/built-config"),
  ]);
  const settings = config();
  const { port, worker, demo, demoPassword, databaseUrl } = settings;
  stopping.unshift(async () => means().db.$disconnect());
  await prepareData(await unlockMeans(), say);

  if (!options.dev) giveBuiltConfig(process.env);
  const app = next({ dev: options.dev, hostname: "localhost", port });
  await app.prepare();
  const server = createServer(entrance(settings, app.getRequestHandler()));
  // In development Next listens for upgrades itself, for hot reloading; Socket.IO answers on its own path.
  if (!options.dev) refuseUpgrades(server);
  const live = await attachLive(server);
  stopping.unshift(
    async () => app.close(),
    async () => live.close(),
  );
  if (worker) {
    const runner = await startWorker(means(), databaseUrl!);
    stopping.unshift(async () => runner.stop());
  }
  await listen(server, port);
  stopping.unshift(async () => {
    server.close();
    server.closeAllConnections();
  });
  const { announce } = await import("@/prisma/announce");
  announce(say, { port, demo, password: demoPassword });
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new ConfigError([`PORT: ${port} is in use by another program; choose one with PORT=… or -- --port …`])
          : error,
      ),
    );
    server.listen(port, options.hostname, resolve);
  });
}

/** Signals stop everything once, in reverse order of starting; a second Ctrl-C goes at once. */
function oneStop(stopping: (() => Promise<void>)[]): () => Promise<void> {
  let begun: number | null = null;
  const stop = async () => {
    for (const step of stopping.splice(0)) await step().catch(() => undefined);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // One Ctrl-C arrives twice: from the terminal, and handed on by npm.
      if (begun !== null && performance.now() - begun > 1000) process.exit(130);
      if (begun !== null) return;
      begun = performance.now();
      void stop().then(() => process.exit(0));
    });
  }
  return stop;
}

main().catch((error: unknown) => {
  const human = error instanceof ConfigError || ["EmbeddedPostgresError", "UnfinishedEvening"].includes((error as Error).name);
  process.stderr.write(`${human ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
});

// `prisma generate` wants to download a schema engine that it never starts. Pointing it at an existing file keeps the
// installation offline (measured, platform.md). Migrations use the same engine compiled to WASM: prisma/engine.ts.
import { spawnSync } from "node:child_process";

const run = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "generate", "--schema", "prisma/schema.prisma"], {
  stdio: ["ignore", "ignore", "inherit"],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
process.exit(run.status ?? 1);

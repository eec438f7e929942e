import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "../lib/core/embedded-postgres";
import { diffToSchema, MIGRATIONS_FOLDER } from "./engine";

// npm run db:new -- add-takedown-desk: what schema.prisma has and the migrations do not, as a folder to read and commit.
const name = process.argv[2]?.toLowerCase().replace(/[^a-z0-9]+/g, "_");
if (!name) {
  process.stderr.write("Say what changes: npm run db:new -- add-takedown-desk\n");
  process.exit(2);
}

const folder = mkdtempSync(path.join(tmpdir(), "helpdesk-shadow-"));
const cluster = await startEmbedded({ dataDir: folder, durable: false });
try {
  const sql = await diffToSchema(cluster.url);
  if (sql === null) {
    process.stdout.write("schema.prisma and the migrations agree: nothing to write.\n");
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const target = path.join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
    mkdirSync(target, { recursive: true });
    writeFileSync(path.join(target, "migration.sql"), sql);
    process.stdout.write(
      `${path.relative(process.cwd(), path.join(target, "migration.sql"))} is written: read it, then commit it.\n`,
    );
  }
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

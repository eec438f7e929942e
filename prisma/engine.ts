import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type pg from "pg";
import type { DiffTarget, MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";

// The only file that touches Prisma's internal API. `prisma migrate` wants to download a native engine; this is the same
// engine compiled to WASM, from npm (platform.md). The version is pinned exactly in package.json.

const HERE = import.meta.dirname;
export const MIGRATIONS_FOLDER = path.join(HERE, "migrations");
const SCHEMA = path.join(HERE, "schema.prisma");
const OID_CHAR = 18;
const OID_TEXT = 25;
const CHAR_MARK = "\u0000char";
const NOTHING_EXTERNAL = { externalTables: [], externalEnums: [] };

interface WasmModule {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
}
let loaded: Promise<WasmModule> | undefined;

/** Where the engine says why it panicked; without it a panic is only "unreachable". */
const panics: string[] = [];
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => panics.push(message) } });

async function loadEngine(): Promise<WasmModule> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings: WasmModule & WebAssembly.ModuleImports = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(readFileSync(entry.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  return bindings;
}

/** Prisma's adapter with the three things that migrations need of it put right; `opened` collects what must be closed. */
function adapterFor(url: string, opened: SqlDriverAdapter[]): SqlMigrationAwareDriverAdapterFactory {
  const own = new PrismaPg({ connectionString: url, max: 2 });
  const connect = async (factory: PrismaPg) => {
    const adapter = correct(await factory.connect());
    opened.push(adapter);
    return adapter;
  };
  return {
    provider: own.provider,
    adapterName: own.adapterName,
    connect: () => connect(own),
    // Its own one drops the shadow database while still connected to it, which PostgreSQL refuses.
    async connectToShadowDb() {
      const name = `shadow_${randomUUID()}`;
      const admin = await connect(own);
      await admin.executeScript(`create database "${name}"`);
      const shadowUrl = new URL(url);
      shadowUrl.pathname = name;
      const shadow = correct(await new PrismaPg({ connectionString: shadowUrl.href, max: 2 }).connect());
      const close = shadow.dispose.bind(shadow);
      // The engine disposes of it after a success only.
      let closed = false;
      shadow.dispose = async () => {
        if (closed) return;
        closed = true;
        await close();
        await admin.executeScript(`drop database if exists "${name}" with (force)`);
      };
      opened.push(shadow);
      return shadow;
    },
  };
}

function correct(adapter: Awaited<ReturnType<PrismaPg["connect"]>>): SqlDriverAdapter {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryArrayResult>;
  // The catalogue's "char" columns are a type that the adapter refuses and the engine wants: marked on the way in, named on the way out.
  pool.query = (async (config: pg.QueryConfig) => {
    const result = await query(config);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== OID_CHAR) continue;
      field.dataTypeID = OID_TEXT;
      field.name += CHAR_MARK;
    }
    return result;
  }) as typeof pool.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    return {
      ...result,
      columnNames: result.columnNames.map((name) => name.replace(CHAR_MARK, "")),
      columnTypes: result.columnTypes.map((type, at) =>
        result.columnNames[at]?.endsWith(CHAR_MARK) ? ColumnTypeEnum.Character : type,
      ),
    };
  };
  // Its own one cuts a script at every ";", also inside a function's body; PostgreSQL reads it whole and applies all or nothing.
  adapter.executeScript = async (script) => {
    await query({ text: script });
  };
  return adapter;
}

async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const wasm = await (loaded ??= loadEngine());
  const opened: SqlDriverAdapter[] = [];
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFor(url, opened));
  const engine = await wasm.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await work(engine);
  } catch (error) {
    throw panics.length > 0 ? new Error(panics.splice(0).join("\n"), { cause: error }) : error;
  } finally {
    engine.free();
    // The engine's advisory lock lasts as long as its session: an idle pool would make the next migrate wait ten seconds.
    for (const adapter of opened.reverse()) await adapter.dispose();
  }
}

/** The standard migrations folder, as Prisma's own CLI would read it. */
function readMigrations(): MigrationList {
  const names = readdirSync(MIGRATIONS_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: "migration_lock.toml", content: readFileSync(path.join(MIGRATIONS_FOLDER, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(MIGRATIONS_FOLDER, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** Applies what is missing and keeps the genuine `_prisma_migrations` table; answers the names just applied. */
export async function applyMigrations(url: string): Promise<string[]> {
  return withEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(),
      filters: NOTHING_EXTERNAL,
    });
    return appliedMigrationNames;
  });
}

export interface MigrationState {
  /** In the folder but not in the database. */
  missing: string[];
  /** Applied with another text than the folder now has. */
  edited: string[];
  failed: string[];
  /** In the database but not in the folder: a newer version of the software has been here. */
  unknown: string[];
}

/** How the database stands to the migrations folder; reads only. */
export async function migrationState(url: string): Promise<MigrationState> {
  return withEngine(url, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({
      migrationsList: readMigrations(),
      optInToShadowDatabase: false,
      filters: NOTHING_EXTERNAL,
    });
    const history = found.history;
    return {
      missing: history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [],
      edited: found.editedMigrationNames,
      failed: found.failedMigrationNames,
      unknown: history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [],
    };
  });
}

/** The SQL from the migrations (played in a shadow database of the same cluster) to schema.prisma; null when they agree. */
export async function diffToSchema(url: string): Promise<string | null> {
  const migrations = readMigrations();
  const from: DiffTarget = migrations.migrationDirectories.length === 0 ? { tag: "empty" } : { tag: "migrations", ...migrations };
  const schema = { path: SCHEMA, content: readFileSync(SCHEMA, "utf8") };
  return withEngine(url, async (engine) => {
    const { stdout, exitCode } = await engine.diff({
      from,
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters: NOTHING_EXTERNAL,
    });
    return exitCode === 2 ? stdout : null;
  });
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { schemaEngineAdapter } from './schema-engine-adapter';

type SchemaEngine = engineModule.SchemaEngine;

const prismaFolder = fileURLToPath(new URL('../../prisma', import.meta.url));
const schemaFolder = path.join(prismaFolder, 'schema');

/** `prisma/migrations`: one folder a migration, applied in the order of their names. */
export const migrationsFolder = path.join(prismaFolder, 'migrations');

/** Prisma's list of what lies outside its care; the project leaves nothing out. */
export const noFilters: engineModule.SchemaFilter = { externalTables: [], externalEnums: [] };

/** The files of `prisma/schema`, as the engine takes them. */
export function schemaFiles(): engineModule.SchemaContainer[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => {
      const file = path.join(schemaFolder, name);
      return { path: file, content: readFileSync(file, 'utf8') };
    });
}

/** The migrations on disk, as the engine takes them. */
export function migrationList(): engineModule.MigrationList {
  const lockfile = path.join(migrationsFolder, 'migration_lock.toml');
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}

/** The names of the migrations on disk, oldest first. */
export function migrationNames(): string[] {
  if (!existsSync(migrationsFolder)) return [];
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Runs `work` with Prisma's schema engine on a database. The engine is Prisma's own, as WebAssembly: the native
 * one would have to be downloaded. Its connections are closed when `work` ends.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const datamodels = schemaFiles().map((file): [string, string] => [file.path, file.content]);
  const adapter = schemaEngineAdapter(databaseUrl);
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(adapter.factory);
    const engine = await engineModule.SchemaEngine.new({ datamodels }, () => undefined, factory);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await adapter.close();
  }
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loading ??= instantiate();
  return loading;
}

async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(path.join(path.dirname(script), 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  engineModule.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
}

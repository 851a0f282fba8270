import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

// Column of the engine's answer → how the engine asks for it.
const CHAR_COLUMNS: Readonly<Record<string, RegExp>> = {
  constraint_type: /\bconstr\.contype AS constraint_type\b/,
  confdeltype: /\bcon\.confdeltype\b/,
  confupdtype: /\bcon\.confupdtype\b/,
};

export interface SchemaEngineAdapter {
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** Closes every connection that the engine opened through it; the engine itself leaves them to time out. */
  close(): Promise<void>;
}

/**
 * Prisma's adapter (7.10), mended for the schema engine in two places. The engine reads columns of Postgres's internal
 * type "char", which the adapter refuses: here they travel as text, labelled as the one character they are. And the
 * adapter tries to drop the engine's temporary database while it is still connected to it: here it hangs up first.
 */
export function schemaEngineAdapter(databaseUrl: string): SchemaEngineAdapter {
  const inner = new PrismaPg({ connectionString: databaseUrl, max: 2 });
  const opened: SqlDriverAdapter[] = [];
  const open = (adapter: SqlDriverAdapter, after?: () => Promise<void>) => {
    const dispose = adapter.dispose.bind(adapter);
    let closing: Promise<void> | undefined;
    adapter.dispose = () => {
      closing ??= dispose().then(after);
      return closing;
    };
    opened.push(adapter);
    return mended(adapter);
  };
  const connectToShadowDb = async () => {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await runOn(databaseUrl, `CREATE DATABASE "${name}"`);
    const url = Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href;
    const adapter = await new PrismaPg({ connectionString: url, max: 2 }).connect();
    return open(adapter, () => runOn(databaseUrl, `DROP DATABASE "${name}" WITH (FORCE)`));
  };
  return {
    factory: {
      provider: inner.provider,
      adapterName: inner.adapterName,
      connect: async () => open(await inner.connect()),
      connectToShadowDb,
    },
    close: async () => {
      await Promise.all(opened.map((adapter) => adapter.dispose()));
    },
  };
}

async function runOn(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function mended(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    let sql = query.sql;
    for (const [column, asked] of Object.entries(CHAR_COLUMNS)) {
      sql = sql.replace(asked, (expression) => `${expression.split(' ')[0]}::text AS ${column}`);
    }
    const result = await queryRaw({ ...query, sql });
    if (sql === query.sql) return result;
    for (const column of Object.keys(CHAR_COLUMNS)) {
      const index = result.columnNames.indexOf(column);
      if (index >= 0) result.columnTypes[index] = ColumnTypeEnum.Character;
    }
    return result;
  };
  return adapter;
}

import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';

// Column of the engine's answer → how the engine asks for it.
const CHAR_COLUMNS: Readonly<Record<string, RegExp>> = {
  constraint_type: /\bconstr\.contype AS constraint_type\b/,
  confdeltype: /\bcon\.confdeltype\b/,
  confupdtype: /\bcon\.confupdtype\b/,
};

/**
 * Prisma's adapter, mended for the schema engine: the engine reads columns of Postgres's internal type "char",
 * which the adapter (7.10) refuses. Here they travel as text, labelled as the one character they are.
 */
export function schemaEngineAdapter(databaseUrl: string): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaPg({ connectionString: databaseUrl, max: 2 });
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => mended(await inner.connect()),
    connectToShadowDb: async () => mended(await inner.connectToShadowDb()),
  };
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

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { schemaDiff } from '@/lib/db/migrate';
import { migrationsFolder } from '@/lib/db/schema-engine';
import { YardmasterError } from '@/lib/errors';
import { runScript } from './setup/run-script';
import { startScratchPostgres } from './setup/scratch-postgres';

const INIT = '20261123000000_init';

// npm run db:diff                     prints the SQL from the migrations to prisma/schema
// npm run db:diff -- --name add_tags  writes it as a new migration
// npm run db:diff -- --init           writes the first migration anew, from nothing to prisma/schema
await runScript(async () => {
  const { values } = parseArgs({ options: { name: { type: 'string' }, init: { type: 'boolean' } } });
  if (values.name !== undefined && !/^[a-z0-9_]+$/.test(values.name)) {
    throw new YardmasterError(
      'invalid_input',
      '--name: expected lower case letters, digits and underscores.',
    );
  }
  const server = await startScratchPostgres();
  try {
    const sql = await schemaDiff(server.url, values.init ? 'empty' : 'migrations');
    if (sql === '') console.log('The migrations and prisma/schema agree.');
    else if (values.init) write(INIT, sql);
    else if (values.name) write(`${timestamp()}_${values.name}`, sql);
    else console.log(sql);
  } finally {
    await server.stop();
  }
});

function write(name: string, sql: string): void {
  const folder = path.join(migrationsFolder, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'migration.sql');
  writeFileSync(file, `${sql}\n`);
  console.log(`wrote ${path.relative(process.cwd(), file)}`);
}

function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14);
}

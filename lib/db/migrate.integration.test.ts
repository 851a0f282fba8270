import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { db, pool } from './client';
import { migrate, schemaDiff } from './migrate';
import { migrationNames } from './schema-engine';
import { useTestDatabase } from './testing';

const { url } = useTestDatabase();

describe('migrate', () => {
  it('finds nothing to do on a migrated database', async () => {
    expect(await migrate(url)).toEqual([]);
  });

  it('is done once by processes that start together', async () => {
    await pool().query('CREATE DATABASE together');
    const together = Object.assign(new URL(url), { pathname: '/together' }).href;
    const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(together)));
    expect(applied.filter((names) => names.length > 0)).toEqual([migrationNames()]);
    await pool().query('DROP DATABASE together');
  });

  it('records what it applied as Prisma does', async () => {
    const { rows } = await pool().query(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name',
    );
    expect(rows.map((row) => row.migration_name)).toEqual(migrationNames());
    expect(await db().job.count()).toBe(0);
  });

  it('says which database it cannot reach, without the password', async () => {
    await expect(migrate('postgresql://someone:hidden@127.0.0.1:9/nowhere')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(
        /^The database at someone@127\.0\.0\.1:9\/nowhere can't be reached: (?!.*hidden)/,
      ),
    });
  });
});

describe('schemaDiff', () => {
  it('shows that the migrations and prisma/schema agree', async () => {
    expect(await schemaDiff(url)).toBe('');
  });

  it('leaves no database behind', async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE '%shadow%'");
    await client.end();
    expect(rows).toEqual([]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbedded } from '@/lib/db/embedded';
import { becomeAdministrator } from './fixtures/become-administrator';
import { open, row } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';
import { type RunningYardmaster, startYardmaster } from './fixtures/yardmaster';

const folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-away-'));
let database: EmbeddedPostgres;
let yardmaster: RunningYardmaster;

test.beforeAll(async () => {
  database = await startEmbedded(folder, { durable: false });
  yardmaster = await startYardmaster({ DATABASE_URL: database.url });
});

test.afterAll(async () => {
  await yardmaster.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('while the database is away the page says so and keeps what it showed; then it goes on by itself', async ({
  page,
}) => {
  await becomeAdministrator(page, yardmaster);
  await open(page, `${yardmaster.url}/queues`);
  const queue = row(page, 'Queues', 'default');
  await expect(queue).toBeVisible();

  process.kill(database.pid, 'SIGKILL');
  const banner = page.getByRole('status', { name: 'State of the page' });
  await expect(banner).toContainText('The database cannot be reached. Jobs that run go on');
  await expect(banner).toContainText('What you see is as of');
  await expect(queue).toBeVisible();
  // Nothing can be changed meanwhile, and whoever tries is told and loses nothing.
  await page.getByRole('button', { name: 'Pause default' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('The points are frozen');
  await dialog.getByRole('button', { name: 'Pause the queue' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The database cannot be reached just now');

  database = await startEmbedded(folder, { durable: false });
  await expect(banner).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Pause the queue' }).click();
  await expect(queue).toContainText('The points are frozen');
});

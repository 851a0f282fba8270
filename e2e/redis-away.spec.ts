import { type RedisServer, startRedis } from '@/scripts/setup/redis';
import { becomeAdministrator } from './fixtures/become-administrator';
import { open, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';
import { type RunningYardmaster, startYardmaster } from './fixtures/yardmaster';

let redis: RedisServer;
let yardmaster: RunningYardmaster;

test.beforeAll(async () => {
  redis = await startRedis();
  yardmaster = await startYardmaster({ REDIS_URL: redis.url });
});

test.afterAll(async () => {
  await yardmaster.stop();
  await redis.stop();
});

test('while Redis is away jobs are taken in, the console says what holds them up, and then they run', async ({
  page,
}) => {
  await becomeAdministrator(page, yardmaster);
  await open(page, `${yardmaster.url}/settings/system`);
  await expect(page.getByText('Redis as 1 worker tells')).toBeVisible();

  await redis.kill();
  const banner = page.getByRole('status', { name: 'State of the page' });
  await expect(banner).toContainText('The workers are in trouble. Redis cannot be reached.');
  await open(page, `${yardmaster.url}/runners/core.HousekeepingJob`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Sweep the yard');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Open the job' }).click();
  await expect(state(page)).toContainText('Waiting for a worker in the queue low');
  await expect(page.getByRole('region', { name: 'Why it is not running' })).toContainText(
    'Redis cannot be reached',
  );

  redis = await startRedis({ port: redis.port });
  await expect(state(page)).toContainText('Completed');
  await expect(banner).toHaveCount(0);
});

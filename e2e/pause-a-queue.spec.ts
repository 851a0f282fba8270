import { startHttpServer } from '@/plugins/data-sources/testing/http-server';
import { addDataSource, syncAndFollow } from './fixtures/data-source-pages';
import { open, row, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a job of a paused queue waits, says why, and runs once the queue is resumed', async ({
  administrator,
  operator: page,
}) => {
  const askedAt: number[] = [];
  const server = await startHttpServer((_request, response) => {
    askedAt.push(Date.now());
    response.end('go');
  });
  const path = await addDataSource(administrator, {
    name: 'The signal',
    type: 'HTTP download',
    url: `${server.origin}/signal.txt`,
  });
  await open(page, '/queues');
  await page.getByRole('button', { name: 'Pause default' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pause the queue default?' });
  await dialog.getByLabel('Why').fill('The yard is full');
  await dialog.getByRole('button', { name: 'Pause the queue' }).click();
  await expect(row(page, 'Queues', 'default')).toContainText('by The operator: The yard is full');

  await syncAndFollow(page, path);
  await expect(state(page)).toContainText('Waiting for a worker in the queue default');
  await expect(state(page)).toContainText('is paused by The operator: The yard is full');
  const job = page.url();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queues' }).click();
  const resumedAt = Date.now();
  await page.getByRole('button', { name: 'Resume default' }).click();
  await expect(row(page, 'Queues', 'default')).toContainText('Open');
  await open(page, job);
  await expect(state(page)).toContainText('Completed');
  expect(askedAt).toEqual([expect.any(Number)]);
  expect(askedAt[0]).toBeGreaterThanOrEqual(resumedAt);
  await server.close();
});

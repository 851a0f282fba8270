import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { startHttpServer } from '@/plugins/data-sources/testing/http-server';
import { addDataSource, syncAndFollow } from './fixtures/data-source-pages';
import { log, open, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a running job that is cancelled stops what it does and ends', async ({ administrator, operator }) => {
  const asked: ServerResponse[] = [];
  const server = await startHttpServer((_request, response) => void asked.push(response));
  const path = await addDataSource(administrator, {
    name: 'The endless train',
    type: 'HTTP download',
    url: `${server.origin}/train.bin`,
  });
  const id = await syncAndFollow(operator, path);
  await expect(state(operator)).toContainText('Running for');
  await expect(log(operator)).toContainText('Downloading');
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  const [download] = asked;
  if (!download) throw new Error('Expected the job to have asked the server.');
  const hungUp = once(download, 'close');

  await operator.getByRole('button', { name: 'Cancel' }).click();
  const dialog = operator.getByRole('dialog', { name: 'Cancel Sync data source?' });
  await dialog.getByLabel('Reason').fill('The line is closed');
  await dialog.getByRole('button', { name: 'Cancel the job' }).click();
  await expect(state(operator)).toContainText('by The operator. The line is closed');
  await hungUp;
  await expect(operator.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await expect(operator.getByRole('table', { name: 'Attempts' })).toContainText('Cancelled');

  await open(operator, '/jobs?status=cancelled');
  const listed = operator
    .getByRole('table', { name: 'Jobs' })
    .getByRole('row')
    .filter({ hasText: 'The endless train' });
  await expect(listed).toContainText('Cancelled');
  await expect(listed.locator(`a[href="/jobs/${id}"]`)).toBeVisible();
  await server.close();
});

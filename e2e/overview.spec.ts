import { startHttpServer } from '@/plugins/data-sources/testing/http-server';
import { addDataSource, syncAndFollow } from './fixtures/data-source-pages';
import { open, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('jobs that fail in the same way stand in one line, which leads to them and retries them', async ({
  administrator,
  operator,
}) => {
  const server = await startHttpServer((_request, response) => void response.writeHead(418).end());
  const path = await addDataSource(administrator, {
    name: 'The tea house',
    type: 'HTTP download',
    url: `${server.origin}/tea.txt`,
  });
  const ids = [await syncAndFollow(operator, path)];
  await expect(state(operator)).toContainText('Failed');
  ids.push(await syncAndFollow(operator, path));
  await expect(state(operator)).toContainText('Failed');
  await server.close();

  await open(operator, '/?window=1h');
  const group = operator
    .getByRole('table', { name: 'Failures that have the same cause' })
    .getByRole('row')
    .filter({ hasText: '418' });
  // The page asks again only every ten seconds, and may have asked a moment too early.
  const both = group.getByRole('cell', { name: '2', exact: true });
  await expect(both).toBeVisible({ timeout: 40_000 });
  await expect(operator.getByRole('img', { name: /^Failures, jobs per minute: Failed [1-9]/ })).toBeVisible();
  await operator.getByRole('button', { name: '30 d' }).click();
  await expect(operator).toHaveURL(/window=30d/);
  await operator.getByRole('button', { name: 'As a table' }).click();
  await expect(operator.getByRole('table', { name: 'Ended jobs per 8 hours' })).toBeVisible();

  await expect(both).toBeVisible({ timeout: 40_000 });
  await group.getByRole('button', { name: 'Retry all' }).click();
  const dialog = operator.getByRole('dialog', { name: 'Retry jobs' });
  await expect(dialog.getByRole('button', { name: 'Retry 2 jobs' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Keep as they are' }).click();

  await group.getByRole('link').click();
  const jobs = operator.getByRole('table', { name: 'Jobs' });
  for (const id of ids) await expect(jobs.locator(`a[href="/jobs/${id}"]`)).toBeVisible();
});

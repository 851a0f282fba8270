import { startHttpServer } from '@/plugins/data-sources/testing/http-server';
import { addDataSource, syncAndFollow } from './fixtures/data-source-pages';
import { fact, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a job that failed is retried, and one that completed runs again as another', async ({
  administrator,
  operator: page,
}) => {
  let works = false;
  const server = await startHttpServer((_request, response) => {
    response.writeHead(works ? 200 : 503).end('four axles');
  });
  const path = await addDataSource(administrator, {
    name: 'The weighbridge',
    type: 'HTTP download',
    url: `${server.origin}/weight.txt`,
  });
  const failed = await syncAndFollow(page, path);
  await expect(state(page)).toContainText('Failed');
  const { host } = new URL(server.origin);
  await expect(page.getByText(`${host} answered HTTP 503 when asked for`).first()).toBeVisible();

  works = true;
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retry' }).click();
  await expect(state(page)).toContainText('Completed');
  const attempts = page.getByRole('table', { name: 'Attempts' }).getByRole('row');
  await expect(attempts.nth(1)).toContainText('Completed');
  await expect(attempts.nth(2)).toContainText('Failed');
  await expect(page).toHaveURL(`/jobs/${failed}`);

  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('link', { name: 'Watch the new job' }).click();
  await expect(page).not.toHaveURL(`/jobs/${failed}`);
  await expect(state(page)).toContainText('Completed');
  await expect(fact(page, 'Started by')).toHaveText('The operator');
  await fact(page, 'Again of').getByRole('link').click();
  await expect(page).toHaveURL(`/jobs/${failed}`);
  await server.close();
});

import type { APIRequestContext, Page, Request } from '@playwright/test';
import { startHttpServer } from '@/plugins/data-sources/testing/http-server';
import { addDataSource } from './fixtures/data-source-pages';
import { open } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a viewer sees no way to sync, and posting what the button posts is refused', async ({
  administrator,
  operator,
  viewer,
}) => {
  const server = await startHttpServer((_request, response) => void response.end('for all to see'));
  const path = await addDataSource(administrator, {
    name: 'The notice board',
    type: 'HTTP download',
    url: `${server.origin}/notice.txt`,
  });
  await open(viewer, path);
  await expect(viewer.getByRole('heading', { level: 1, name: 'The notice board' })).toBeVisible();
  for (const name of ['Sync now', 'Delete the data source', 'Sync The notice board now']) {
    await expect(viewer.getByRole('button', { name })).toHaveCount(0);
  }
  await expect(viewer.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  await open(viewer, '/data-sources');
  await expect(viewer.getByRole('link', { name: 'The notice board' })).toBeVisible();
  await expect(viewer.getByRole('main').getByRole('button', { name: /sync/i })).toHaveCount(0);
  await viewer.goto(`${path}/edit`);
  await expect(viewer.getByText('data_sources.write')).toBeVisible();
  await expect(viewer.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(viewer.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', `${path}/edit`);

  const pressed = await requestOfSyncNow(operator, path);
  const origin = new URL(operator.url()).origin;
  const refused = await post(viewer.request, pressed, { origin });
  expect(refused).toContain('"ok":false');
  expect(refused).toContain('"forbidden"');
  const signedOut = await post(viewer.request, pressed, { origin, cookie: '' });
  expect(signedOut).toContain('"unauthenticated"');
  const foreign = await post(operator.request, pressed, { origin: 'https://example.org' });
  expect(foreign).not.toContain('"ok":true');
  expect(await countJobs(viewer, path), 'jobs after what was refused').toBe(1);

  // The very same request is fine from somebody who may: it was the role that was refused.
  expect(await post(operator.request, pressed, { origin })).toContain('"ok":true');
  expect(await countJobs(viewer, path)).toBe(2);
  await server.close();
});

async function requestOfSyncNow(page: Page, path: string): Promise<Request> {
  await open(page, path);
  const posted = page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByRole('link', { name: 'Follow the job' })).toBeVisible();
  return posted;
}

async function post(
  from: APIRequestContext,
  pressed: Request,
  headers: Record<string, string>,
): Promise<string> {
  const { accept = '', 'content-type': type = '', 'next-action': action = '' } = pressed.headers();
  const answer = await from.post(pressed.url(), {
    headers: { accept, 'content-type': type, 'next-action': action, ...headers },
    data: pressed.postDataBuffer() ?? Buffer.alloc(0),
  });
  return answer.text();
}

async function countJobs(page: Page, path: string): Promise<number> {
  const id = path.split('/').at(-1);
  const answer = await page.request.get(`/api/jobs?object=data_sources.data_source:${id}`);
  const { rows } = (await answer.json()) as { rows: unknown[] };
  return rows.length;
}

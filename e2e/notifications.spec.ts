import { startHttpServer } from '@/plugins/data-sources/testing/http-server';
import { addDataSource } from './fixtures/data-source-pages';
import { open } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('the end of a job of mine is told at the bell while I look elsewhere, and read when I follow it', async ({
  administrator: page,
}) => {
  const server = await startHttpServer((_request, response) => void response.end('open'));
  const path = await addDataSource(page, {
    name: 'The barrier',
    type: 'HTTP download',
    url: `${server.origin}/barrier.txt`,
  });
  const bell = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Notifications/ });
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await open(page, '/notifications');
  const readAll = page.getByRole('main').getByRole('button', { name: 'Mark all as read' });
  // What other stories asked for may end meanwhile.
  await expect(async () => {
    if (await readAll.isEnabled()) await readAll.click({ timeout: 1_000 });
    await expect(bell).toHaveAccessibleName('Notifications', { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });

  await open(page, path);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(bell).toHaveAccessibleName('Notifications, 1 unread');
  await bell.click();
  await panel.getByRole('button', { name: /^Mark “Sync data source completed” as read/ }).click();
  await expect(bell).toHaveAccessibleName('Notifications');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(bell).toHaveAccessibleName('Notifications, 1 unread');

  await bell.click();
  await panel.getByRole('link', { name: 'Sync data source completed' }).first().click();
  await expect(page).toHaveURL(/\/jobs\/[0-9a-f-]{36}$/);
  await expect(bell).toHaveAccessibleName('Notifications');

  await open(page, '/notifications?unread=true');
  await expect(page.getByText('Nothing is unread')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(page.getByRole('list', { name: 'Notifications' }).getByRole('listitem')).not.toHaveCount(0);
  await server.close();
});

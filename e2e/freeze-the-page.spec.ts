import { open, row } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a frozen page stands still, counts what it holds back, and shows it when it is resumed', async ({
  administrator,
  operator: page,
}) => {
  await open(page, '/queues');
  const high = row(page, 'Queues', 'high');
  await page.getByRole('button', { name: 'Freeze the page' }).click();
  // Something may have changed already.
  const frozen = /(Nothing has changed|\d+ changes?) since/;
  await expect(page.getByRole('status').filter({ hasText: frozen })).toBeVisible();

  await open(administrator, '/queues/high');
  await administrator.getByRole('button', { name: 'Pause high' }).click();
  const dialog = administrator.getByRole('dialog', { name: 'Pause the queue high?' });
  await dialog.getByLabel('Why').fill('To see who looks');
  await dialog.getByRole('button', { name: 'Pause the queue' }).click();
  await expect(page.getByRole('status').filter({ hasText: /\d+ changes? since/ })).toBeVisible();
  await expect(high).not.toContainText('Paused');

  await page.getByRole('button', { name: 'Resume live changes' }).click();
  await expect(high).toContainText('Paused');
  await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
  await administrator.getByRole('button', { name: 'Resume high' }).click();
  await expect(high).not.toContainText('Paused');
});

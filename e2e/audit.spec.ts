import { open, row } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('an administrator finds by user who paused a queue, and what that changed', async ({
  administrator,
  operator,
  viewer,
}) => {
  await open(operator, '/queues');
  await operator.getByRole('button', { name: 'Pause low' }).click();
  const dialog = operator.getByRole('dialog', { name: 'Pause the queue low?' });
  await dialog.getByLabel('Why').fill('Points are being greased');
  await dialog.getByRole('button', { name: 'Pause the queue' }).click();
  await expect(row(operator, 'Queues', 'low')).toContainText('Points are being greased');

  await open(administrator, '/audit');
  await administrator.getByRole('combobox', { name: 'User' }).selectOption('The operator');
  await expect(administrator).toHaveURL(/user=/);
  const entries = administrator.getByRole('list', { name: 'Audit' }).locator('> li');
  const pause = entries.filter({ hasText: 'Points are being greased' });
  await expect(pause).toContainText('The operator paused the queue low');
  await expect(pause).toContainText('no → yes');

  // Live: what happens now is told without a reload.
  await operator.getByRole('button', { name: 'Resume low' }).click();
  await expect(entries.first()).toContainText('The operator resumed the queue low');
  await open(administrator, '/queues/low');
  await expect(administrator.getByRole('region', { name: 'Audit' })).toContainText('resumed the queue');

  await open(viewer, '/queues/low');
  await expect(viewer.getByRole('region', { name: 'Audit' })).toHaveCount(0);
  const main = viewer.getByRole('navigation', { name: 'Main' });
  await expect(main.getByRole('link', { name: 'Queues' })).toBeVisible();
  await expect(main.getByRole('link', { name: 'Audit' })).toHaveCount(0);
});

import { open } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

test('a queue says what is in it and who serves it; it is limited, paused by key, resumed and undone', async ({
  operator: page,
}) => {
  runScript('make-waiting-jobs', { queue: 'low', names: ['Count the sleepers'] }, sharedYardmaster().dataDir);
  await open(page, '/queues');
  await page.getByRole('table', { name: 'Queues' }).getByRole('link', { name: 'low' }).click();
  await expect(page).toHaveURL('/queues/low');
  await expect(page).toHaveTitle('low · Yardmaster');
  await expect(page.getByRole('table', { name: 'Jobs' })).toContainText('Count the sleepers');
  const served = page.getByRole('table', { name: 'Workers of this queue' });
  await expect(served).toContainText('Last of 3');
  await expect(served).toContainText('high default');

  await page.getByRole('button', { name: 'Limit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Limit the queue low' });
  await dialog.getByLabel('Jobs that may run at once').fill('2');
  await dialog.getByRole('button', { name: 'Set the limit' }).click();
  await expect(page.getByText('2 at once', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('2 at once', { exact: true })).toBeHidden();

  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('p');
  const pausing = page.getByRole('dialog', { name: 'Pause the queue low?' });
  await pausing.getByLabel('Why').fill('The sleepers are being replaced');
  await pausing.getByRole('button', { name: 'Pause the queue' }).click();
  await expect(page.getByText('The sleepers are being replaced')).toBeVisible();
  await expect(page).toHaveTitle('⏸ low · Yardmaster');
  await page.getByRole('button', { name: 'Resume low' }).click();
  await expect(page.getByText('The sleepers are being replaced')).toBeHidden();
  await expect(page).toHaveTitle('low · Yardmaster');
});

test('a queue nobody knows is not found', async ({ viewer: page }) => {
  await page.goto('/queues/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no such queue' })).toBeVisible();
});

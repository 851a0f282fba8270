import { open, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a runner is started from its own page', async ({ operator: page }) => {
  await open(page, '/runners');
  await page.getByRole('link', { name: 'Housekeeping' }).first().click();
  await expect(page).toHaveURL(/\/runners\/core\./);
  await page.getByRole('textbox', { name: 'Name' }).fill('Sweep the yard');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Open the job' }).click();
  await expect(page.getByRole('heading', { name: 'Sweep the yard' })).toBeVisible();
  await expect(state(page)).toContainText('Completed');
});

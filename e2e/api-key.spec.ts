import { open, reload, row } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('an API key is made, shown once, and revoked', async ({ operator: page }) => {
  await open(page, '/settings/api-keys');
  await page.getByRole('button', { name: 'New key…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Role').getByRole('option')).toHaveText(['Viewer', 'Operator']);
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(dialog.getByText('Enter a name')).toBeVisible();
  await dialog.getByLabel('Name').fill('The lamp at gate 3');
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const key = (await dialog.getByText(/^ym_/).textContent()) ?? '';
  expect(key).toHaveLength(46);
  await page.keyboard.press('Escape');

  const made = row(page, 'Your keys', 'The lamp at gate 3');
  await expect(made).toContainText(`${key.slice(0, 10)}…`);
  await reload(page);
  await expect(made).toBeVisible();
  expect(await page.content()).not.toContain(key);
  await made.getByRole('button', { name: 'Revoke The lamp at gate 3' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(made).toHaveCount(0);
});

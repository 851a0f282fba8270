import { open } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a view is saved, shared, renamed, deleted, and brought back by a key', async ({
  operator: page,
  viewer: other,
}) => {
  await open(page, '/jobs?status=failed&sort=-duration');
  await expect(page).toHaveTitle('Jobs: Failed · Yardmaster');
  const views = page.getByRole('navigation', { name: 'Saved views' });
  await views.getByRole('button', { name: 'Save as a view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Longest failures');
  await dialog.getByRole('checkbox', { name: 'Share it with everybody' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(views.getByRole('link', { name: /Longest failures/ })).toHaveAttribute('aria-current', 'page');

  await open(other, '/jobs');
  await other.getByRole('link', { name: /Longest failures/ }).click();
  await expect(other).toHaveTitle('Jobs: Longest failures · Yardmaster');
  await expect(other).toHaveURL(/status=failed/);
  await expect(other).toHaveURL(/sort=-duration/);
  await expect(other.getByRole('button', { name: /What to do with the view/ })).toHaveCount(0);

  await views.getByRole('button', { name: /What to do with the view/ }).click();
  await page.getByRole('button', { name: 'Rename…' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Slow failures');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(views.getByRole('link', { name: /Slow failures/ })).toBeVisible();
  await views.getByRole('button', { name: /What to do with the view/ }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Delete the view' }).click();
  await expect(views.getByRole('link', { name: /Slow failures/ })).toHaveCount(0);
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(views.getByRole('link', { name: /Slow failures/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

import { open } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('keys go to pages, are listed by ?, and leave alone what is typed', async ({ viewer: page }) => {
  await open(page, '/workers');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(page.getByRole('heading', { level: 1, name: 'Queues' })).toBeVisible();

  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list.getByRole('region', { name: 'Go to' })).toContainText('Workers');
  await expect(list.getByRole('region', { name: 'Everywhere' })).toContainText('Search and commands');
  // The dialog has the keys while it is open, whatever has the focus.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(page).toHaveURL('/queues');

  await open(page, '/jobs');
  await page.getByRole('searchbox').first().fill('g');
  await page.getByRole('searchbox').first().press('w');
  await expect(page.getByRole('searchbox').first()).toHaveValue('gw');
  await expect(page).toHaveURL(/\/jobs/);
});

test('the first Tab leads past the navigation', async ({ viewer: page }) => {
  await open(page, '/queues');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

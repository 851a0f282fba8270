import { open } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('an administrator quiets a worker and lets it go on; an operator sees it and may not', async ({
  administrator: page,
  operator,
}) => {
  await open(page, '/workers');
  const link = page.getByRole('table', { name: 'Workers', exact: true }).getByRole('link').first();
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page).toHaveTitle(`● ${name} · Yardmaster`);
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: 'default', exact: true }).first()).toBeVisible();
  await open(operator, new URL(page.url()).pathname);
  await expect(operator.getByRole('button', { name: 'Quiet' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Quiet' }).click();
  await expect(page.getByText(`${name} starts nothing new`)).toBeVisible();
  await expect(page).toHaveTitle(`⏸ ${name} · Yardmaster`);
  await expect(operator.getByRole('main')).toContainText('Quiet');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveTitle(`● ${name} · Yardmaster`);

  await main.getByRole('button', { name: 'Stop', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Stop the worker ${name}?` });
  await expect(dialog).toContainText('its process ends');
  await dialog.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(main.getByRole('button', { name: 'Stop', exact: true })).toBeFocused();
});

import { open, row } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

const newcomer = {
  name: 'Nora of the night shift',
  email: 'nora@example.org',
  password: 'switch-stand-nine',
};

test('somebody is invited, gets another role, and is disabled', async ({
  administrator: page,
  browser,
  baseURL,
}) => {
  await open(page, '/settings/users');
  await page.getByRole('button', { name: 'Invite…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill(newcomer.email);
  await dialog.getByLabel('Role').selectOption('Viewer');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = (await dialog.getByText(/\/invite\?token=/).textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(row(page, 'Open invitations', newcomer.email)).toBeVisible();

  const theirs = await browser.newPage({ baseURL });
  await theirs.goto(link);
  await theirs.getByLabel('Name').fill(newcomer.name);
  await theirs.getByLabel('Password', { exact: true }).fill(newcomer.password);
  await theirs.getByRole('button', { name: 'Create my account' }).click();
  await expect(theirs).toHaveURL(/\/$/);

  // The list renews itself.
  await page.getByLabel(`Role of ${newcomer.name}`).selectOption('Operator');
  await expect(page.getByText(`${newcomer.name} is operator now`)).toBeVisible();
  await theirs.goto('/settings/roles');
  await expect(theirs.getByRole('table', { name: 'Roles and their permissions' })).toBeVisible();

  await page.getByRole('button', { name: `Disable ${newcomer.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('button', { name: `Enable ${newcomer.name}` })).toBeVisible();
  // Their page learns it by itself.
  await expect(theirs).toHaveURL(/\/login/);
  await theirs.goto('/jobs');
  await expect(theirs).toHaveURL(/\/login/);
  await theirs.close();
});

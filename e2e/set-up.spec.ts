import { makeUser, people, sharedYardmaster, signedInState } from './fixtures/people';
import { signIn } from './fixtures/sign-in';
import { expect, test } from './fixtures/test';

test.describe.configure({ mode: 'serial' });

test('the link of the first start makes the administrator, once', async ({ page, browser }) => {
  const { setupLink } = sharedYardmaster();
  const { name, email, password } = people.administrator;
  await page.goto(setupLink);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.context().storageState({ path: signedInState('administrator') });

  const stranger = await browser.newPage();
  await stranger.goto(setupLink);
  await expect(stranger.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await stranger.close();
});

for (const role of ['operator', 'viewer'] as const) {
  test(`the ${role} signs in`, async ({ page }) => {
    makeUser(role);
    await signIn(page, people[role]);
    await page.context().storageState({ path: signedInState(role) });
  });
}

test('a wrong password is refused in words', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('Email').fill(people.viewer.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible();
  await expect(page).toHaveURL(/\/login/);
});

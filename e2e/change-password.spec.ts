import { holdScripts, open } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { signIn } from './fixtures/sign-in';
import { expect, test } from './fixtures/test';

test('before the page has come alive no password can be typed that the browser would send', async ({
  viewer: page,
}) => {
  const scripts = await holdScripts(page);
  await page.goto('/settings/account', { waitUntil: 'commit' });
  const present = page.getByLabel('Present password', { exact: true });
  await expect(present).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Change the password' })).toBeDisabled();
  await expect(page.locator('form', { has: present })).toHaveAttribute('method', 'post');
  scripts.open();
  await expect(present).toBeEnabled();
});

test('one’s password is changed with the old one, and the new one opens the door', async ({ page }) => {
  const person = { name: 'Pia of the points', email: 'pia@example.org', password: 'the-old-points-key' };
  runScript('make-user', { ...person, role: 'viewer' }, sharedYardmaster().dataDir);
  await signIn(page, person);
  await open(page, '/settings/account');
  const change = async (current: string, password: string) => {
    await page.getByLabel('Present password', { exact: true }).fill(current);
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Change the password' }).click();
  };
  await change('not the old one', 'the-new-points-key');
  await expect(page.getByLabel('Present password', { exact: true })).toHaveAccessibleDescription(
    'This is not your present password.',
  );
  await expect(page.getByText('Your password is changed')).toHaveCount(0);
  await change(person.password, 'the-new-points-key');
  await expect(page.getByText('Your password is changed')).toBeVisible();

  await page.getByRole('button', { name: `Menu of ${person.name}` }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/login/);
  await signIn(page, { ...person, password: 'the-new-points-key' });
});

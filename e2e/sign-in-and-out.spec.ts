import { whole } from './fixtures/page-parts';
import { people } from './fixtures/people';
import { signIn } from './fixtures/sign-in';
import { expect, test, watchErrors } from './fixtures/test';

test('signing in leads to where one wanted to go; signing out leaves nothing open', async ({ page }) => {
  const errors = watchErrors(page);
  const { name, email, password } = people.operator;
  await page.goto('/jobs?status=failed');
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/jobs\?status=failed$/);
  await whole(page);
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ httpOnly, sameSite }) => httpOnly && sameSite !== 'None')).not.toEqual([]);

  await page.getByRole('button', { name: `Menu of ${name}` }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/login$/);
  await page.goto('/jobs');
  await expect(page).toHaveURL(/\/login\?next=/);

  // Whoever kept a copy of the cookie has nothing: the session itself has ended.
  await page.context().addCookies(cookies);
  expect((await page.request.get('/api/jobs')).status()).toBe(401);
  await page.goto('/jobs');
  await expect(page).toHaveURL(/\/login\?next=/);
  expect(errors).toEqual([]);
});

test('signing out works before the page has come alive', async ({ page, browser, baseURL }) => {
  await signIn(page, people.viewer);
  const state = await page.context().storageState();
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, storageState: state });
  const still = await context.newPage();
  await still.goto('/jobs?status=failed');
  await still.getByRole('button', { name: `Menu of ${people.viewer.name}` }).click();
  await still.getByRole('button', { name: 'Sign out' }).click();
  await expect(still).toHaveURL(/\/login$/);
  await context.close();
  expect((await page.request.get('/api/jobs')).status()).toBe(401);
});

test('a sign-in link that leads elsewhere leads to the console', async ({ page }) => {
  const { email, password } = people.viewer;
  await page.goto('/login?next=//example.org/');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

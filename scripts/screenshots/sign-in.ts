import type { Page } from '@playwright/test';
import { issueSetupToken } from '@/lib/auth/setup-token';
import { YardmasterError } from '@/lib/errors';

export interface Credentials {
  email: string;
  password: string;
}

/** Signs in; where there is no user yet, makes the administrator with these credentials by way of the setup link. */
export async function signIn(page: Page, base: string, { email, password }: Credentials): Promise<void> {
  const token = await issueSetupToken();
  await page.goto(token ? `${base}/setup?token=${token}` : `${base}/login`);
  if (token) await page.getByLabel('Name').fill('Administrator');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: token ? 'Create administrator' : 'Sign in' }).click();
  await page
    .waitForURL((url) => url.pathname === '/')
    .catch(() => {
      throw new YardmasterError(
        'unauthenticated',
        `The console did not let ${email} in. Give --email and --password.`,
      );
    });
}

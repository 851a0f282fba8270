import { open, row, state } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

test('a job runs again with other arguments, and its secret has to be typed again', async ({
  operator: page,
}) => {
  const job = { name: 'Knock at the signal box', host: 'box-7.example.org', password: 'four-axles-deep' };
  runScript('make-secretive-job', job, sharedYardmaster().dataDir);
  await open(page, `/jobs?q=${encodeURIComponent(job.name)}`);
  await row(page, 'Jobs', job.name).getByRole('link', { name: job.name }).click();
  await expect(state(page)).toContainText('Failed');

  await page.getByRole('button', { name: 'Run again with other arguments' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Secrets are shown to nobody')).toContainText('login.password');
  const args = dialog.getByRole('textbox', { name: 'Arguments' });
  await expect(args).toHaveValue(/box-7/);
  await expect(args).not.toHaveValue(/password|•/);

  await args.fill('{ "host": "box-8.example.org", "login": { "password": "••••••" } }');
  await dialog.getByRole('button', { name: 'Run with these' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'login.password' })).toBeVisible();

  await args.fill('{ "host": "box-8.example.org", "login": { "password": "five-axles-deep" } }');
  await dialog.getByRole('button', { name: 'Run with these' }).click();
  await page.getByRole('link', { name: 'Watch the new job' }).click();
  await expect(page.getByRole('main')).toContainText('box-8.example.org');
  await expect(page.getByRole('main')).not.toContainText('five-axles-deep');
});

import type { Page } from '@playwright/test';
import { open, reload } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

const job = { name: 'Knock at the vault', host: 'vault-of-the-east', password: 'open-sesame-40' };

test('a secret is sent to nobody, and a payload only to those who may see payloads', async ({
  operator,
  viewer,
}) => {
  runScript('make-secretive-job', job, sharedYardmaster().dataDir);

  const toOperator = bodiesOf(operator);
  await openJob(operator);
  await expect(operator.getByRole('heading', { name: 'Arguments' })).toBeVisible();
  await expect(operator.getByRole('main')).toContainText(`${job.host} refused ••••••`);
  await expect(operator.getByRole('main')).toContainText('Knocking with ••••••');
  expect(await said(toOperator)).not.toContain(job.password);

  const toViewer = bodiesOf(viewer);
  await openJob(viewer);
  await expect(viewer.getByText('Your role does not include seeing arguments and results.')).toBeVisible();
  await expect(viewer.getByRole('main')).toContainText('[withheld] refused ••••••');
  const text = await said(toViewer);
  expect(text).not.toContain(job.password);
  expect(text).not.toContain(job.host);

  await open(viewer, `/jobs?q=${job.host}`);
  await expect(viewer.getByRole('link', { name: job.name })).toHaveCount(0);
  await open(operator, `/jobs?q=${job.host}`);
  await expect(operator.getByRole('link', { name: job.name })).toBeVisible();
});

async function openJob(page: Page): Promise<void> {
  await open(page, '/jobs?q=Knock+at+the+vault');
  await page.getByRole('link', { name: job.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: job.name })).toBeVisible();
  // The whole document as well: what the server renders is sent like everything else.
  await reload(page);
  await expect(page.getByRole('heading', { level: 1, name: job.name })).toBeVisible();
}

/** Whatever the console sends this page from now on, but for the stream of events, which names topics alone. */
function bodiesOf(page: Page): Promise<string>[] {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/_next/static/') || response.url().includes('/api/events')) return;
    // An answer that a navigation cut off was not read by the page either.
    bodies.push(response.text().catch(() => ''));
  });
  return bodies;
}

async function said(bodies: Promise<string>[]): Promise<string> {
  const text = (await Promise.all(bodies)).join('\n');
  expect(text).toContain(job.name);
  return text;
}

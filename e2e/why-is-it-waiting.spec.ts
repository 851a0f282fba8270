import type { Page } from '@playwright/test';
import { open, row } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

const UNSERVED = 'Unload what nobody unloads';
const LATER = 'Unload tomorrow';

test.beforeAll(() => {
  const { dataDir } = sharedYardmaster();
  runScript('make-unserved-job', { queue: 'yard.unload', name: UNSERVED }, dataDir);
  runScript('make-waiting-jobs', { queue: 'high', names: [LATER] }, dataDir);
});

const why = (page: Page) => page.getByRole('region', { name: 'Why it is not running' });

async function openJob(page: Page, name: string): Promise<void> {
  await open(page, `/jobs?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a job whose queue no worker serves says so, with the command to start one', async ({
  operator: page,
}) => {
  await openJob(page, UNSERVED);
  await expect(why(page)).toContainText('No live worker serves its queue yard.unload');
  await expect(why(page).getByText('npm run worker -- yard.unload')).toBeVisible();
  await expect(page).toHaveTitle(`Pending: ${UNSERVED} · Yardmaster`);

  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the job' }).click();
  await expect(why(page)).toHaveCount(0);
  await expect(page).toHaveTitle(`Cancelled: ${UNSERVED} · Yardmaster`);
});

test('a job that waits for its time says when, and what would hold it up even then', async ({
  administrator,
  operator: page,
}) => {
  await openJob(page, LATER);
  await expect(why(page)).toContainText(/It was asked for in \d+ h, at/);
  await expect(why(page)).not.toContainText('paused');

  await open(administrator, '/queues');
  await administrator.getByRole('button', { name: 'Pause high' }).click();
  const dialog = administrator.getByRole('dialog', { name: 'Pause the queue high?' });
  await dialog.getByLabel('Why').fill('Snow on the line');
  await dialog.getByRole('button', { name: 'Pause the queue' }).click();
  await expect(why(page)).toContainText('it would not start then either');
  await expect(why(page)).toContainText('is paused by The administrator: Snow on the line');

  await administrator.getByRole('button', { name: 'Resume high' }).click();
  await expect(row(administrator, 'Queues', 'high')).toContainText('Open');
  await expect(why(page)).not.toContainText('paused');
});

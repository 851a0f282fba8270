import { open } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

const numbers = Array.from({ length: 55 }, (_, index) => String(index + 1).padStart(2, '0'));
const PAGE = 50;

// The jobs are made once: another worker, after a failure, would make them again.
test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  const { dataDir } = sharedYardmaster();
  const names = numbers.map((number) => `Inspect wagon ${number}`);
  runScript('make-waiting-jobs', { queue: 'low', names }, dataDir);
  runScript('make-waiting-jobs', { queue: 'high', names: ['Inspect the 100% loaded engine'] }, dataDir);
});

test('a job is found by search and filters, which the address keeps', async ({ viewer: page }) => {
  await open(page, '/jobs');
  const rows = page.getByRole('table', { name: 'Jobs' }).getByRole('rowgroup').last().getByRole('row');
  await page.getByRole('searchbox').fill('wagon 17');
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/[?&]q=wagon(\+|%20)17/);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('wagon 17');
  await expect(rows).toHaveText([/Inspect wagon 17/]);

  await page.getByRole('searchbox').fill('100%');
  await expect(rows).toHaveText([/Inspect the 100% loaded engine/]);
  await page.getByRole('searchbox').fill('Inspect');
  await page.getByRole('search').getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Queue', exact: true }).click();
  await page.getByRole('textbox', { name: 'Queue' }).fill('hig');
  await page.getByRole('button', { name: 'high', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Remove the filter: Queue high' })).toBeVisible();
  await expect(rows).toHaveText([/Inspect the 100% loaded engine/]);
  const statuses = page.getByRole('group', { name: 'Filter by status' });
  await statuses.getByRole('button', { name: 'Completed' }).click();
  await expect(page.getByText('No job passes this filter')).toBeVisible();
  await statuses.getByRole('button', { name: 'Scheduled' }).click();
  await expect(rows).toHaveText([/Inspect the 100% loaded engine/]);
  await expect(page).toHaveURL(/status=completed,scheduled/);

  await page.goBack();
  await expect(page.getByText('No job passes this filter')).toBeVisible();
  await page.getByRole('search').getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page).toHaveURL(/\/jobs$/);
  await expect(rows).toHaveCount(PAGE);
});

import type { Page } from '@playwright/test';
import { holdScripts, open, reload, row } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

const numbers = Array.from({ length: 55 }, (_, index) => String(index + 1).padStart(2, '0'));
const PAGE = 50;

const inspections = (page: Page) =>
  page.getByRole('table', { name: 'Jobs' }).getByRole('link', { name: /^Inspect / });

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
  await reload(page);
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

test('what is typed before the page has come alive is searched', async ({ viewer: page }) => {
  const scripts = await holdScripts(page);
  await page.goto('/jobs', { waitUntil: 'commit' });
  await page.getByRole('searchbox').fill('wagon 23');
  scripts.open();
  await expect(inspections(page)).toHaveText(['Inspect wagon 23']);
  await expect(page).toHaveURL(/[?&]q=wagon(\+|%20)23/);
});

test('a whole id finds its job, and an address that makes no sense shows all', async ({ viewer: page }) => {
  await open(page, '/jobs?q=wagon+17');
  const link = row(page, 'Jobs', 'Inspect wagon 17').getByRole('link', { name: 'Inspect wagon 17' });
  const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  await open(page, '/jobs');
  await page.getByRole('searchbox').fill(id);
  await expect(inspections(page)).toHaveText(['Inspect wagon 17']);
  await open(page, '/jobs?status=sleeping&time=yesterday&older=nobody&newer=%00');
  await expect(page.getByRole('table', { name: 'Jobs' }).getByRole('row')).toHaveCount(PAGE + 1);
});

test('a long list is paged both ways, and the address knows the page', async ({ viewer: page }) => {
  const names = inspections(page);
  const pages = page.getByRole('navigation', { name: 'Pages' });
  const newestFirst = numbers.map((number) => `Inspect wagon ${number}`).reverse();
  await open(page, '/jobs?queue=low&q=wagon');
  await expect(names).toHaveText(newestFirst.slice(0, PAGE));
  await expect(pages.getByRole('button', { name: 'Newer' })).toBeDisabled();
  await pages.getByRole('link', { name: 'Older' }).click();
  await expect(names).toHaveText(newestFirst.slice(PAGE));
  await reload(page);
  await expect(names).toHaveText(newestFirst.slice(PAGE));
  await expect(pages.getByRole('button', { name: 'Older' })).toBeDisabled();
  await pages.getByRole('link', { name: 'Newer' }).click();
  await expect(names).toHaveText(newestFirst.slice(0, PAGE));
});

test('rows are reached by the keyboard; columns and order are in the address', async ({ viewer: page }) => {
  const names = inspections(page);
  await open(page, '/jobs?queue=low&q=wagon');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(names.nth(1)).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: 'Selected jobs' })).toContainText('1 job selected');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Selected jobs' })).toHaveCount(0);
  await page.getByRole('columnheader', { name: 'Created' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=created/);
  await expect(names.first()).toHaveText('Inspect wagon 01');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Due' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
  await expect(page).toHaveURL(/columns=[^&]*due/);
  await reload(page);
  await expect(page.getByRole('columnheader', { name: 'Due' })).toBeVisible();
  await expect(names.first()).toHaveText('Inspect wagon 01');
});

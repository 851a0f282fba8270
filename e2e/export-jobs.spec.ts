import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { open } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

test('the filtered list is exported, with payloads for those who may read them, on a phone as well', async ({
  operator,
  viewer,
}) => {
  const names = ['=Take the first wagon', 'Take the second wagon'];
  runScript('make-waiting-jobs', { queue: 'low', names }, sharedYardmaster().dataDir);
  const csv = await exported(viewer, 'CSV');
  expect(csv.split('\n')[0]).toMatch(/^id,name,runner,/);
  expect(csv).toContain(",'=Take the first wagon,");
  expect(csv.split('\n')[0]).not.toContain('args');
  await operator.setViewportSize({ width: 390, height: 844 });
  const lines = (await exported(operator, 'NDJSON')).trim().split('\n');
  const jobs = lines.map((line) => JSON.parse(line));
  expect(jobs.map(({ name }) => name)).toEqual([...names].reverse());
  await operator.getByRole('checkbox', { name: 'Select =Take the first wagon' }).check();
  await expect(operator.getByRole('region', { name: 'Selected jobs' })).toContainText('1 job selected');
  expect(jobs[0]).toMatchObject({ status: 'scheduled', queue: 'low', args: {} });
});

async function exported(page: Page, format: string): Promise<string> {
  await open(page, '/jobs?q=Take+the');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: format, exact: true }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

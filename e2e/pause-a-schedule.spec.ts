import { startHttpServer } from '@/plugins/data-sources/testing/http-server';
import { addDataSource } from './fixtures/data-source-pages';
import { fact, open, row, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a schedule is paused, run now all the same, and put in force again', async ({
  administrator,
  operator: page,
}) => {
  const server = await startHttpServer((_request, response) => void response.end('08:00'));
  await addDataSource(administrator, {
    name: 'The station clock',
    type: 'HTTP download',
    url: `${server.origin}/clock.txt`,
    interval: 'Every day',
  });
  await expect(administrator.getByRole('link', { name: 'clock.txt' })).toBeVisible();

  await open(page, '/schedules');
  await row(page, 'Schedules', 'The station clock').getByRole('link', { name: 'Sync data source' }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Pause Sync data source?' });
  await dialog.getByLabel('Why').fill('The clock is repaired');
  await dialog.getByRole('button', { name: 'Pause the schedule' }).click();
  await expect(fact(page, 'Paused by The operator')).toHaveText('The clock is repaired');
  await expect(fact(page, 'Next run')).toContainText('Paused');
  const schedule = page.url();

  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByRole('link', { name: 'Open the job' }).click();
  await expect(state(page)).toContainText('Completed');
  await expect(fact(page, 'Schedule').getByRole('link')).toBeVisible();

  await open(page, '/schedules');
  await page.getByRole('group', { name: 'State' }).getByRole('button', { name: 'Paused' }).click();
  await expect(page).toHaveURL(/state=paused/);
  await expect(row(page, 'Schedules', 'The station clock')).toBeVisible();

  await open(page, schedule);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await expect(fact(page, 'Next run')).toHaveText(/in (1 d|23 h)/);
  await server.close();
});

import { fact, open, row } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a runner is scheduled by cron, with its next times while one types, and changed to an interval', async ({
  operator: page,
}) => {
  await open(page, '/runners/core.HousekeepingJob');
  await page.getByRole('link', { name: 'Schedule…' }).click();
  const times = page.getByRole('region', { name: 'Next ten times' });
  await expect(times.getByRole('listitem')).toHaveCount(10);

  await page.getByRole('combobox', { name: 'Rhythm' }).selectOption('Cron expression');
  const cron = page.getByRole('textbox', { name: 'Cron' });
  await cron.fill('30 2 * *');
  await expect(page.getByText('Expected five fields').first()).toBeVisible();
  await expect(times.getByRole('listitem')).toHaveCount(0);
  await cron.fill('30 2 * * *');
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('Paris');
  await page.getByRole('option', { name: 'Europe/Paris' }).click();
  await expect(page.getByText('at 02:30 (Europe/Paris)', { exact: true })).toBeVisible();
  await expect(times.getByRole('listitem')).toHaveCount(10);
  // On the night that loses this hour it runs at three.
  await expect(times.getByRole('listitem').first()).toContainText(/0(2:30|3:00):00 CE/);
  await expect(times.getByText(/^02:30 does not exist on Sun, .* it runs at 03:00 instead/)).toBeVisible();

  await page.getByRole('textbox', { name: 'Name' }).fill('Sweep the yard by night');
  await page.getByRole('combobox', { name: 'After downtime' }).selectOption('No run');
  await page.getByRole('button', { name: 'Create schedule' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sweep the yard by night');
  await expect(page.getByRole('link', { name: 'Its first job' })).toBeVisible();
  await expect(fact(page, 'When')).toContainText('at 02:30 (Europe/Paris)');
  await expect(fact(page, 'After downtime')).toHaveText('No run');

  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(cron).toHaveValue('30 2 * * *');
  await page.getByRole('combobox', { name: 'Rhythm' }).selectOption('Other interval, in minutes');
  await page.getByRole('textbox', { name: 'Minutes' }).fill('90');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(fact(page, 'When')).toContainText('every 90 minutes');

  await open(page, '/schedules');
  await expect(row(page, 'Schedules', 'Sweep the yard by night')).toContainText('every 90 minutes');
  await page.getByRole('button', { name: 'Next 24 hours' }).click();
  await expect(page).toHaveURL(/view=calendar/);
  const day = page.getByRole('list', { name: 'The next 24 hours' });
  await expect(day.getByRole('link', { name: 'Sweep the yard by night' })).toHaveCount(16);
});

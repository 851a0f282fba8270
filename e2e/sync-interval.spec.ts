import { addDataSource } from './fixtures/data-source-pages';
import { fact, open, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

// The first sync is due at once; an hour later, seen some seconds on, is so far away.
const IN_AN_HOUR = /in (1 h|59 min|58 min)/;

test('an interval set in the form syncs at once and shows its next run in the schedules', async ({
  administrator: page,
  git,
}) => {
  const repository = await git.createRepository('hourly');
  await repository.commit({ 'timetable.txt': '07:10 north\n' });
  const path = await addDataSource(page, {
    name: 'The timetable',
    type: 'Git repository',
    url: repository.url,
  });
  await expect(fact(page, 'Synced')).toHaveText('On demand');
  await expect(fact(page, 'Next sync')).toHaveText('not scheduled');

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('combobox', { name: 'Sync' }).selectOption('Every hour');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(path);
  await expect(fact(page, 'Synced')).toHaveText('Every hour');
  await expect(fact(page, 'Next sync')).toHaveText(IN_AN_HOUR);
  await expect(page.getByRole('link', { name: 'timetable.txt' })).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Schedules' }).click();
  const schedule = page.getByRole('row').filter({ hasText: 'The timetable' });
  await expect(schedule).toContainText('every hour');
  await expect(schedule).toContainText(IN_AN_HOUR);

  await schedule.getByRole('link', { name: 'Sync data source' }).click();
  await expect(fact(page, 'Next run')).toHaveText(IN_AN_HOUR);
  const nextTimes = page.getByRole('region', { name: 'Next times' }).getByRole('listitem');
  await expect(nextTimes).toHaveCount(10);
  await page
    .getByRole('table', { name: 'Jobs' })
    .getByRole('link', { name: 'Sync data source' })
    .last()
    .click();
  await expect(state(page)).toContainText('Completed');
});

test('an interval that is removed ends the schedule', async ({ administrator: page, git }) => {
  const repository = await git.createRepository('weekly');
  await repository.commit({ 'plan.txt': 'Monday\n' });
  const path = await addDataSource(page, {
    name: 'The weekly plan',
    type: 'Git repository',
    url: repository.url,
    interval: 'Every week',
  });
  await expect(fact(page, 'Next sync')).toHaveText(/in (7|6) d/);
  await fact(page, 'Next sync').getByRole('link').click();
  await expect(page).toHaveURL(/\/schedules\//);
  const schedule = page.url();

  await open(page, `${path}/edit`);
  await page.getByRole('combobox', { name: 'Sync' }).selectOption('Off: only when somebody asks');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(fact(page, 'Synced')).toHaveText('On demand');
  await open(page, schedule);
  await expect(fact(page, 'Next run')).toContainText('Ended');
});

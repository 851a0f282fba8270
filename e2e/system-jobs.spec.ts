import { fact, open, row } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

test('a system job is given another interval, shows it beside its code, and is reset to the code', async ({
  operator: page,
}) => {
  await open(page, '/system-jobs');
  const housekeeping = row(page, 'System jobs', 'Housekeeping');
  await expect(housekeeping).toContainText('every hour');
  await housekeeping.getByRole('link', { name: 'Housekeeping', exact: true }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('combobox', { name: 'Rhythm' }).selectOption('Every 12 hours');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(fact(page, 'When')).toHaveText('every 12 hours');
  const drift = page.getByRole('region', { name: 'Changed from the code' });
  await expect(drift.getByRole('row', { name: 'When' })).toHaveText(/every hour\s*every 12 hours/);

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'System jobs' }).click();
  await expect(housekeeping).toContainText('every 12 hours (changed)');
  await page.getByRole('button', { name: 'Reset Housekeeping to code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset Housekeeping to code?' });
  await expect(dialog).toContainText('every hour instead of every 12 hours');
  await dialog.getByRole('button', { name: 'Reset to code' }).click();
  await expect(page.getByRole('button', { name: 'Reset Housekeeping to code' })).toHaveCount(0);
  await expect(housekeeping).not.toContainText('changed');
});

test('a system job whose code is gone is told, and can be ended', async ({ operator: page }) => {
  const gone = { name: 'Light the lamps', runner: 'yard.LightTheLampsJob' };
  runScript('make-orphan-system-job', gone, sharedYardmaster().dataDir);
  await open(page, '/system-jobs');
  const lamps = row(page, 'System jobs', gone.name);
  await expect(lamps).toContainText('no longer in the code');
  await page.getByRole('button', { name: `End ${gone.name}…` }).click();
  const dialog = page.getByRole('dialog', { name: `End ${gone.name}?` });
  await expect(dialog).toContainText('It produces no more jobs, for good');
  await dialog.getByRole('button', { name: 'End the schedule' }).click();
  await expect(lamps).toHaveCount(0);
});

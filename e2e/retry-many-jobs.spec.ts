import { open } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

const names = Array.from({ length: 60 }, (_, at) => `Weigh the long train ${at + 1}`);

test('all jobs that match are cancelled, then retried, each outcome told', async ({ operator: page }) => {
  runScript('make-waiting-jobs', { queue: 'low', names }, sharedYardmaster().dataDir);
  await open(page, '/jobs?q=long+train');
  const bar = page.getByRole('region', { name: 'Selected jobs' });
  const box = (at: number) => page.getByRole('checkbox', { name: `Select ${names[at]}`, exact: true });
  await box(59).check();
  await box(55).click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('5 jobs selected');
  await expect(box(57)).toBeChecked();
  await page.getByRole('checkbox', { name: 'Select all jobs of this page' }).check();
  await expect(bar).toContainText('50 jobs selected');
  await bar.getByRole('button', { name: 'Select all 60 that match' }).click();
  await expect(bar.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await bar.getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The bridge is shut');
  await dialog.getByRole('button', { name: 'Cancel 60 jobs' }).click();
  await page.getByRole('link', { name: 'Watch it' }).click();
  await expect(page.getByRole('heading', { name: 'Cancel 60 jobs' })).toBeVisible();
  await expect(page.getByText('60 cancelled')).toBeVisible();

  // One more that matches and waits: the dry run and the outcome both say that it is left alone.
  const late = 'Weigh the long train 61';
  runScript('make-waiting-jobs', { queue: 'low', names: [late] }, sharedYardmaster().dataDir);
  await open(page, '/jobs?q=long+train');
  await page.getByRole('checkbox', { name: 'Select all jobs of this page' }).check();
  await bar.getByRole('button', { name: 'Select all 61 that match' }).click();
  await bar.getByRole('button', { name: 'Retry' }).click();
  const dryRun = dialog.getByRole('status', { name: 'Dry run' });
  await expect(dryRun).toContainText(/61\s*match/);
  await expect(dryRun).toContainText(/60\s*will be retried/);
  await expect(dryRun).toContainText(/1\s*skipped\. It has not ended yet/);
  await dialog.getByRole('button', { name: 'Retry 60 jobs' }).click();
  await page.getByRole('link', { name: 'Watch it' }).click();
  await expect(page.getByText('60 retried, 1 skipped')).toBeVisible();
  await page
    .getByRole('group', { name: 'Filter by outcome' })
    .getByRole('button', { name: /^Skipped/ })
    .click();
  await expect(page.getByRole('table', { name: 'Outcomes' }).getByRole('link')).toHaveText([late]);
});

import type { Page } from '@playwright/test';
import { holdScripts, open } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

const NAME = 'Grease the turntable';
const fieldOf = (page: Page) => page.getByRole('combobox', { name: 'Search or command' });
const optionsOf = (page: Page) =>
  page.getByRole('listbox', { name: 'What can be chosen' }).getByRole('option');

test('a job, a page and a verb are found by name and worked by keys alone; what was chosen is offered again', async ({
  operator: page,
}) => {
  runScript('make-waiting-jobs', { queue: 'low', names: [NAME] }, sharedYardmaster().dataDir);
  await open(page, '/workers');
  const field = fieldOf(page);
  const chosen = optionsOf(page).and(page.getByRole('option', { selected: true }));

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('turntable');
  await expect(chosen).toContainText(NAME);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();

  await expect(field).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await expect(optionsOf(page).first()).toContainText(NAME);
  await page.keyboard.type('pause high');
  await expect(chosen).toContainText('Pause queue high');
  await page.keyboard.press('Enter');
  await expect(page.getByText('high is paused')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('high runs again')).toBeVisible();

  await page.getByRole('button', { name: /^Search…/ }).click();
  await field.fill('nothing is called this');
  await expect(page.getByText('Nothing is called that')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});

test('a viewer is offered no verb', async ({ viewer: page }) => {
  await open(page, '/workers');
  await page.keyboard.press('Control+k');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.type('default');
  const options = optionsOf(page);
  await expect(options.first()).toContainText('default');
  await expect(options.filter({ hasText: 'queue' })).toHaveCount(1);
  await expect(options.filter({ hasText: 'action' })).toHaveCount(0);
});

test('keys pressed while the palette is still on its way do nothing on the page', async ({
  viewer: page,
}) => {
  await open(page, '/workers');
  const scripts = await holdScripts(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  scripts.open();
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(fieldOf(page)).toBeHidden();
  await expect(page).toHaveURL('/workers');

  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(page).toHaveURL('/queues');
});

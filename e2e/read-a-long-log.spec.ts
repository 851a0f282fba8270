import { log, open } from './fixtures/page-parts';
import { sharedYardmaster } from './fixtures/people';
import { runScript } from './fixtures/run-script';
import { expect, test } from './fixtures/test';

const NAME = 'Count every wagon';
const TOTAL = 5_000;

const write = (messages: [level: string, message: string][], counted = 0) =>
  runScript('make-log-entries', { name: NAME, messages, counted }, sharedYardmaster().dataDir);

test.beforeAll(() => write([], TOTAL));

test('a long log is followed, searched, pointed at, narrowed and taken away', async ({ viewer: page }) => {
  await open(page, `/jobs?q=${encodeURIComponent(NAME)}`);
  await page.getByRole('link', { name: NAME }).click();
  const lines = log(page);
  await expect(lines).toContainText(`Wagon ${TOTAL - 1} counted`);
  await expect(lines).not.toContainText('Wagon 1 counted');
  await expect(page.getByText('5,000 entries')).toBeVisible();

  const search = page.getByRole('searchbox', { name: 'Search in the log' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await search.fill('BROKEN axle');
  await expect(page.getByText('1 of 5', { exact: true })).toBeVisible();
  await expect(lines).toContainText('Wagon 700 has a broken axle');
  await expect(lines.locator('mark').first()).toHaveText('broken axle');
  await search.press('Enter');
  await expect(lines).toContainText('Wagon 1700 has a broken axle');
  await page.getByRole('button', { name: 'Previous match' }).click();
  await expect(lines).toContainText('Wagon 700 has a broken axle');

  await lines.getByRole('link', { name: 'Entry 701 of attempt 1' }).click();
  await expect(page).toHaveURL(/[?&]line=1\.700/);
  await open(page, `${new URL(page.url()).pathname}?line=1.700`);
  await expect(lines).toContainText('Wagon 700 has a broken axle');

  write([['warning', 'One more wagon came']]);
  await expect(page.getByText('5,001 entries')).toBeVisible();
  await expect(lines).not.toContainText('One more wagon came');
  await page.getByRole('button', { name: '1 new' }).click();
  await expect(lines).toContainText('One more wagon came');
  write([['info', 'And another']]);
  await expect(lines).toContainText('And another');

  await page.getByRole('combobox', { name: 'Least level shown' }).selectOption('Errors');
  await expect(page.getByText('5 entries', { exact: true })).toBeVisible();
  const file = await page.request.get(
    (await page.getByRole('link', { name: 'text', exact: true }).getAttribute('href')) ?? '',
  );
  expect((await file.text()).match(/broken axle/g)).toHaveLength(5);
});

import { addDataSource, syncAndFollow } from './fixtures/data-source-pages';
import { open, row, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a wrong branch is told in a sentence, and put right by its name', async ({
  administrator: page,
  git,
}) => {
  const repository = await git.createRepository('branches');
  await repository.commit({ 'switch.txt': 'left\n' });
  await repository.commit({ 'switch.txt': 'right\n' }, 'release');
  const path = await addDataSource(page, {
    name: 'The switches',
    type: 'Git repository',
    url: repository.url,
    branch: 'relaese',
  });
  const sentence = `The branch relaese is not in ${new URL(repository.url).host}/branches.git, which has main, release.`;

  await syncAndFollow(page, path);
  await expect(state(page)).toContainText('Failed');
  const wrong = page.getByRole('heading', { name: 'What went wrong' });
  await expect(wrong).toBeVisible();
  await expect(page.getByText(sentence, { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Where it was thrown')).toHaveCount(0);

  await open(page, '/data-sources');
  await expect(row(page, 'Data sources', 'The switches')).toContainText('Failed');
  await open(page, path);
  await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
  await expect(page).toHaveTitle('Failed: The switches · Yardmaster');

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Branch' }).fill('release');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(path);
  await syncAndFollow(page, path);
  await expect(state(page)).toContainText('Completed');
  await open(page, path);
  await expect(page).toHaveTitle('Completed: The switches · Yardmaster');
  await page.getByRole('link', { name: 'switch.txt' }).click();
  await expect(page).toHaveTitle('switch.txt · Yardmaster');
  await expect(page.getByRole('region', { name: 'Content' })).toHaveText('right');
});

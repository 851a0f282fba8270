import { addDataSource } from './fixtures/data-source-pages';
import { countLoads, log, open, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

test('a git repository is synced while its log runs down the page, then just what was pushed', async ({
  administrator,
  operator,
  git,
  gate,
}) => {
  const repository = await git.createRepository('site');
  const first = await repository.commit({
    'README.md': '# The site\n',
    'docs/guide.md': 'Start here.\n',
    'docs/tracks.md': 'Track 1 is free.\n',
  });
  const path = await addDataSource(administrator, {
    name: 'The site',
    type: 'Git repository',
    url: repository.url,
  });

  gate.close();
  await open(operator, path);
  const loads = countLoads(operator);
  await operator.getByRole('button', { name: 'Sync now' }).click();
  await operator.getByRole('link', { name: 'Follow the job' }).click();
  await expect(state(operator)).toContainText('Running for');
  const followed = new URL(operator.url()).pathname;
  await expect(log(operator)).toContainText(`Reading branch main of ${repository.url}`);
  await expect(state(operator).getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await expect(state(operator)).toContainText('Receiving main');

  gate.open();
  await expect(state(operator)).toContainText('Completed');
  await expect(log(operator)).toContainText(`At commit ${first}`);
  await expect(log(operator)).toContainText('3 files: 3 new, 0 changed, 0 deleted, 0 unchanged');
  await expect(log(operator)).toContainText('New: docs/guide.md');
  await expect(operator.getByRole('region', { name: 'Result', exact: true })).toContainText(first);

  await operator.getByRole('complementary').getByRole('link', { name: 'The site' }).click();
  const files = operator.getByRole('table', { name: 'Files' });
  await expect(files.getByRole('link')).toHaveText(['README.md', 'docs/guide.md', 'docs/tracks.md']);
  await files.getByRole('link', { name: 'docs/guide.md' }).click();
  await expect(operator.getByRole('region', { name: 'Content' })).toHaveText('Start here.');

  const second = await repository.commit({ 'docs/guide.md': 'Start over there.\n' });
  await operator.getByRole('link', { name: 'The site' }).click();
  await operator.getByRole('button', { name: 'Sync now' }).click();
  // The word about the first sync may still be there.
  const another = operator.locator(`:not([href="${followed}"])`);
  await operator.getByRole('link', { name: 'Follow the job' }).and(another).click();
  await expect(log(operator)).toContainText(`At commit ${second}`);
  await expect(log(operator)).toContainText('3 files: 0 new, 1 changed, 0 deleted, 2 unchanged');
  await expect(log(operator).getByText(/^(New|Changed|Deleted): /)).toHaveText(['Changed: docs/guide.md']);
  await expect(state(operator)).toContainText('Completed');

  await operator.getByRole('complementary').getByRole('link', { name: 'The site' }).click();
  await operator.getByRole('link', { name: 'docs/guide.md' }).click();
  await expect(operator.getByRole('region', { name: 'Content' })).toHaveText('Start over there.');
  expect(loads.count, 'documents loaded on the way').toBe(0);
});

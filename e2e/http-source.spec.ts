import type { RequestListener } from 'node:http';
import { strToU8, zipSync } from 'fflate';
import { startHttpServer } from '@/plugins/data-sources/testing/http-server';
import { addDataSource, syncAndFollow } from './fixtures/data-source-pages';
import { log, open, state } from './fixtures/page-parts';
import { expect, test } from './fixtures/test';

const PASSWORD = 'the password of the depot';
const EXPECTED = `Basic ${Buffer.from(`depot:${PASSWORD}`).toString('base64')}`;
const archive = zipSync({
  'depot-1.2/wagons.csv': strToU8('id,axles\n17,4\n'),
  'depot-1.2/read.me': strToU8('Wagons of the depot.\n'),
});

const depot: RequestListener = ({ url, headers }, response) => {
  if (url === '/rates.json') response.end('{"per_axle": 12}');
  else if (url !== '/wagons.zip') response.writeHead(404).end('no such thing');
  else if (headers.authorization !== EXPECTED) response.writeHead(401).end('who are you?');
  else response.writeHead(200, { 'content-type': 'application/zip' }).end(archive);
};

test('a file from the web appears on the page while one looks at it', async ({ administrator: page }) => {
  const server = await startHttpServer(depot);
  await addDataSource(page, { name: 'Rates', type: 'HTTP download', url: `${server.origin}/rates.json` });
  await expect(page.getByText('No files yet')).toBeVisible();
  await page.getByRole('button', { name: 'Sync now' }).click();
  await page.getByRole('table', { name: 'Files' }).getByRole('link', { name: 'rates.json' }).click();
  await expect(page.getByRole('region', { name: 'Content' })).toHaveText('{"per_axle": 12}');
  await server.close();
});

test('an archive behind a password is unpacked, and the password is never shown again', async ({
  administrator: page,
}) => {
  const server = await startHttpServer(depot);
  const path = await addDataSource(page, {
    name: 'Wagons',
    type: 'HTTP download',
    url: `${server.origin}/wagons.zip`,
  });
  await syncAndFollow(page, path);
  await expect(state(page)).toContainText('Failed');
  const { host } = new URL(server.origin);
  const refused = `Authentication failed at ${host} (HTTP 401): it asks for a user and a secret.`;
  await expect(page.getByText(refused, { exact: true }).first()).toBeVisible();

  await open(page, `${path}/edit`);
  await page.getByRole('textbox', { name: 'User' }).fill('depot');
  await page.getByRole('textbox', { name: 'Password or token' }).fill(PASSWORD);
  await page.getByRole('switch', { name: 'Skip the top folder' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(path);
  await syncAndFollow(page, path);
  await expect(state(page)).toContainText('Completed');
  await expect(log(page)).toContainText('2 files: 2 new');
  await open(page, path);
  const files = page.getByRole('table', { name: 'Files' });
  await expect(files.getByRole('link')).toHaveText(['read.me', 'wagons.csv']);

  const answer = await page.goto(`${path}/edit`);
  await expect(page.getByRole('textbox', { name: 'Password or token' })).toHaveValue('');
  expect(await answer?.text()).not.toContain(PASSWORD);
  expect(await (await page.request.get(`/api${path}`)).text()).not.toContain(PASSWORD);
  await server.close();
});

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { type Header, pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runFetch } from '../testing/fetch-run';
import { startHttpServer, type TestServer } from '../testing/http-server';
import { HttpSource } from './http';

const http = new HttpSource();
let server: TestServer;
const served = new Map<string, { body: Uint8Array; headers?: Record<string, string> }>();

beforeAll(async () => {
  vi.stubEnv('DATA_SOURCE_NETWORKS', '127.0.0.1/32');
  server = await startHttpServer((request, response) => {
    const found = served.get(request.url ?? '');
    const { authorization } = request.headers;
    if (
      request.url === '/private.txt' &&
      authorization !== 'Basic bWU6cHc=' &&
      authorization !== 'Bearer token'
    ) {
      response.writeHead(401).end();
    } else if (found) response.writeHead(200, found.headers).end(found.body);
    else if (request.url === '/moved') response.writeHead(301, { location: '/plain.txt' }).end();
    else if (request.url === '/broken') response.writeHead(503).end();
    else response.writeHead(404).end('not here');
  });
  served.set('/plain.txt', { body: strToU8('plain'), headers: { etag: '"v1"' } });
  served.set('/private.txt', { body: strToU8('private') });
});
afterAll(() => server.close());

function fetchUrl(path: string, more: Omit<Parameters<typeof runFetch>[1], 'url'> = {}) {
  return runFetch(http, { url: server.origin + path, ...more });
}

async function fetchBytes(name: string, body: Uint8Array, more: Parameters<typeof fetchUrl>[1] = {}) {
  served.set(`/${name}`, { body });
  return fetchUrl(`/${name}`, more);
}

async function tar(...entries: (Partial<Header> & { name: string; content?: string })[]): Promise<Buffer> {
  const archive = pack();
  for (const { content, ...header } of entries) archive.entry(header, content ?? '');
  archive.finalize();
  return buffer(Readable.from(archive));
}

describe('a single file', () => {
  it('is stored under the last part of its address, its ETag is the revision', async () => {
    expect(await fetchUrl('/plain.txt')).toMatchObject({ files: { 'plain.txt': 'plain' }, revision: '"v1"' });
    expect((await fetchUrl('/moved')).files).toEqual({ moved: 'plain' });
  });

  it('is read with user and password or with a token', async () => {
    const { files, log } = await fetchUrl('/private.txt', {
      parameters: { user: 'me' },
      secrets: { secret: 'pw' },
    });
    expect(files).toEqual({ 'private.txt': 'private' });
    expect(log).toContain('User and secret travel unencrypted over http');
    expect((await fetchUrl('/private.txt', { secrets: { secret: 'token' } })).files).toEqual(files);
  });

  it('that is not there, private or failing is told with host and status', async () => {
    const { host } = new URL(server.origin);
    await expect(fetchUrl('/none')).rejects.toThrow(`${host} has no /none (HTTP 404)`);
    await expect(fetchUrl('/broken')).rejects.toThrow(`${host} answered HTTP 503 when asked for /broken.`);
    await expect(fetchUrl('/private.txt')).rejects.toThrow(
      `Authentication failed at ${host} (HTTP 401): it asks for a user and a secret.`,
    );
    await expect(fetchUrl('/private.txt', { secrets: { secret: 'no' } })).rejects.toThrow(
      /user or secret is wrong/,
    );
  });
});

describe('a zip archive', () => {
  const files = {
    'top/a.txt': strToU8('A'),
    'top/sub/b.txt': strToU8('B'.repeat(5000)),
    'top/c.log': strToU8('C'),
  };

  it('is unpacked, ignore rules applied, its top folder skipped on demand, or kept as one file', async () => {
    const archive = zipSync(files, { level: 6 });
    expect(Object.keys((await fetchBytes('a.zip', archive, { ignore: '*.log' })).files)).toEqual([
      'top/a.txt',
      'top/sub/b.txt',
    ]);
    const skipped = await fetchBytes('a.zip', archive, { parameters: { skipTopFolder: true } });
    expect(skipped.files).toEqual({ 'a.txt': 'A', 'sub/b.txt': 'B'.repeat(5000), 'c.log': 'C' });
    expect(
      Object.keys((await fetchBytes('a.zip', archive, { parameters: { unpack: false } })).files),
    ).toEqual(['a.zip']);
  });

  it.each(['../evil.txt', 'a/../../evil.txt', '/etc/evil.txt', 'C:/evil.txt', '..\\evil.txt'])(
    'that would write outside is refused: %s',
    async (path) => {
      await expect(fetchBytes('slip.zip', zipSync({ [path]: strToU8('x') }))).rejects.toThrow(
        /leads outside of the source/,
      );
    },
  );

  it('that unpacks to too much is refused, announced or not', async () => {
    const bomb = zipSync({ big: new Uint8Array(2_000_000) }, { level: 9 });
    await expect(fetchBytes('bomb.zip', bomb, { limits: { fileBytes: 100_000 } })).rejects.toThrow(
      /big has more than 100 kB/,
    );
    const liar = Buffer.from(bomb);
    liar.writeUInt32LE(10, liar.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    await expect(fetchBytes('liar.zip', liar)).rejects.toThrow(
      /does not have the size that its directory says/,
    );
  });

  it('that is damaged is refused', async () => {
    const stored = Buffer.from(zipSync({ 'a.txt': strToU8('hello') }, { level: 0 }));
    stored.write('J', stored.indexOf('hello'));
    await expect(fetchBytes('bad.zip', stored)).rejects.toThrow(/the checksum of a.txt does not hold/);
    await expect(fetchBytes('cut.zip', zipSync(files).subarray(0, 80))).rejects.toThrow(
      /its directory is missing/,
    );
    await expect(fetchBytes('no.zip', strToU8('<html>'))).rejects.toThrow(/The zip archive is broken/);
  });

  it('has its links left out', async () => {
    const archive = zipSync({
      link: [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
      a: strToU8('A'),
    });
    const { files: kept, log } = await fetchBytes('link.zip', archive);
    expect(kept).toEqual({ a: 'A' });
    expect(log).toContain('Left out link: it is a link');
  });
});

describe('a tar archive', () => {
  it('is unpacked, gzipped or not, links left out', async () => {
    const archive = await tar(
      { name: './', type: 'directory' },
      { name: './sub/a.txt', content: 'A' },
      { name: 'link', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'skipped.log', content: 'C' },
      { name: 'b.txt', content: 'B' },
    );
    for (const [name, body] of [
      ['a.tar', archive],
      ['a.tar.gz', gzipSync(archive)],
      ['a.tgz', gzipSync(archive)],
    ] as const) {
      const { files, log } = await fetchBytes(name, body, { ignore: '*.log' });
      expect(files).toEqual({ 'sub/a.txt': 'A', 'b.txt': 'B' });
      expect(log).toContain('Left out link: it is neither a file nor a folder');
    }
  });

  it('that would write outside, is damaged or too large is refused', async () => {
    await expect(fetchBytes('slip.tar', await tar({ name: '../evil', content: 'x' }))).rejects.toThrow(
      /leads outside/,
    );
    const whole = gzipSync(await tar({ name: 'a', content: 'x'.repeat(100_000) }));
    await expect(fetchBytes('cut.tgz', whole.subarray(0, whole.length - 40))).rejects.toThrow(
      /The tar archive is broken/,
    );
    await expect(fetchBytes('no.tar', strToU8('x'.repeat(2000)))).rejects.toThrow(
      /The tar archive is broken/,
    );
    await expect(fetchBytes('big.tgz', whole, { limits: { fileBytes: 50_000 } })).rejects.toThrow(
      /a has more than 50 kB/,
    );
    const twice = await tar({ name: 'a', content: '1' }, { name: 'a/b', content: '2' });
    await expect(fetchBytes('twice.tar', twice)).rejects.toThrow(
      /'a\/b' is there twice, or as a file and as a folder/,
    );
  });
});

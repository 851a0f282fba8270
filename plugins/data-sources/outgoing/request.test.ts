import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHttpServer, type TestServer } from '../testing/http-server';
import { parseNetworks } from './addresses';
import { guardedAgent } from './guarded-agent';
import { type OutgoingRequest, outgoingRequest } from './request';

const loopback = guardedAgent(parseNetworks(['127.0.0.0/8']));
const closed = guardedAgent([]);
const signal = new AbortController().signal;
let server: TestServer;
let other: TestServer;
const seen: { host: string; authorization: string | undefined }[] = [];
let cutOff: (() => void) | undefined;

async function get(path: string, more: Partial<OutgoingRequest> = {}, agent = loopback) {
  const answer = await outgoingRequest({ url: server.origin + path, signal, ...more }, agent);
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  return { status: answer.status, url: answer.url.href, text: Buffer.concat(chunks).toString() };
}

beforeEach(async () => {
  seen.length = 0;
  other = await startHttpServer((request, response) => {
    seen.push({ host: 'other', authorization: request.headers.authorization });
    response.end('from the other');
  });
  server = await startHttpServer((request, response) => {
    seen.push({ host: 'server', authorization: request.headers.authorization });
    const [, verb, rest = ''] = request.url?.split('/') ?? [];
    if (verb === 'to') response.writeHead(302, { location: decodeURIComponent(rest) }).end('moved');
    else if (verb === 'big') response.end(Buffer.alloc(3000, 'x'));
    else if (verb === 'bomb')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1e6)));
    else if (verb === 'packed')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('small'));
    else if (verb === 'half') {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      cutOff = () => response.destroy();
    } else if (verb !== 'silent') response.end('hello');
  });
});
afterEach(async () => {
  await server.close();
  await other.close();
});

const to = (target: string) => `/to/${encodeURIComponent(target)}`;

describe('an outgoing request', () => {
  it('reads an allowed address', async () => {
    expect(await get('/')).toMatchObject({ status: 200, text: 'hello' });
  });

  it('refuses a loopback address and a name that leads to one, and says which setting would allow it', async () => {
    await expect(get('/', {}, closed)).rejects.toThrow(
      /127\.0\.0\.1 is not a public address.*DATA_SOURCE_NETWORKS/,
    );
    const { port } = new URL(server.origin);
    for (const host of ['localhost', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]']) {
      await expect(get('/', { url: `http://${host}:${port}/` }, closed)).rejects.toThrow(
        /is not a public address/,
      );
    }
    expect(seen).toEqual([]);
  });

  it('checks each redirect: a public answer cannot send it inside', async () => {
    const onlyThis = guardedAgent(parseNetworks(['127.0.0.1/32']));
    await expect(get(to('http://127.0.0.2:1/'), {}, onlyThis)).rejects.toThrow(
      /127\.0\.0\.2 is not a public/,
    );
    await expect(get(to('http://169.254.169.254/latest/meta-data'))).rejects.toThrow(
      /is not a public address/,
    );
    await expect(get(to('file:///etc/passwd'))).rejects.toThrow(/Expected an http or https address/);
  });

  it('keeps credentials within an origin and drops them beyond', async () => {
    const headers = { authorization: 'Basic abc' };
    expect(await get(to('/here'), { headers })).toMatchObject({ text: 'hello' });
    expect(await get(to(`${other.origin}/`), { headers })).toMatchObject({ text: 'from the other' });
    expect(seen.map((each) => `${each.host} ${each.authorization}`)).toEqual([
      'server Basic abc',
      'server Basic abc',
      'server Basic abc',
      'other undefined',
    ]);
  });

  it('follows five redirects and no more', async () => {
    const chain = (length: number): string => (length === 0 ? '/' : to(chain(length - 1)));
    expect(await get(chain(5))).toMatchObject({ text: 'hello' });
    await expect(get(chain(6))).rejects.toThrow(/redirects more than 5 times/);
  });

  it('does not follow a redirect of a POST', async () => {
    expect(await get(to('/here'), { method: 'POST', body: Buffer.from('x') })).toMatchObject({ status: 302 });
  });

  it('limits the size, announced or not, packed or not', async () => {
    await expect(get('/big', { maxBytes: 2999 })).rejects.toThrow(/sends more than 3 kB/);
    expect((await get('/big', { maxBytes: 3000 })).text).toHaveLength(3000);
    await expect(get('/bomb', { maxBytes: 100_000 })).rejects.toThrow(/sends more than 100 kB/);
    expect(await get('/packed')).toMatchObject({ text: 'small' });
  });

  it('limits the time', async () => {
    await expect(get('/silent', { timeoutMs: 50 })).rejects.toThrow(/timed out: not done after 0.05 s/);
  });

  it('ends at once when it is aborted, also in the middle of the answer', async () => {
    const abort = new AbortController();
    const answer = await outgoingRequest({ url: `${server.origin}/half`, signal: abort.signal }, loopback);
    const reading = (async () => {
      for await (const _ of answer.body) abort.abort(new Error('cancelled'));
    })();
    await expect(reading).rejects.toThrow('cancelled');
  });

  it('tells a refused connection, an unknown name and a broken answer apart', async () => {
    await other.close();
    await expect(get('/', { url: other.origin })).rejects.toThrow(/127\.0\.0\.1:\d+ refused the connection/);
    await expect(get('/', { url: 'http://no-such-host.invalid/' })).rejects.toThrow(
      /The name no-such-host.invalid could not be resolved/,
    );
    const answer = await outgoingRequest({ url: `${server.origin}/half`, signal }, loopback);
    const reading = (async () => {
      for await (const _ of answer.body) cutOff?.();
    })();
    await expect(reading).rejects.toThrow(/closed the connection before the answer was complete/);
  });
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runFetch } from '../testing/fetch-run';
import { type GitServer, startGitServer, type TestRepository } from '../testing/git-server';
import { startHttpServer } from '../testing/http-server';
import { GitSource } from './git';

const git = new GitSource();
let server: GitServer;
let repository: TestRepository;
let commit: string;
let onPack: (() => void) | undefined;

beforeAll(async () => {
  vi.stubEnv('DATA_SOURCE_NETWORKS', '127.0.0.1/32');
  server = await startGitServer({
    onRequest: (request) => {
      if (request.method === 'POST' && !request.headers['git-protocol']) onPack?.();
      return false;
    },
  });
  repository = await server.createRepository('site');
  await repository.commit({ 'README.md': 'first', 'docs/guide.md': 'guide', 'app.log': 'log' });
  commit = await repository.commit({ 'README.md': 'second', 'docs/ünïcode.txt': 'grüße' });
  await repository.commit({ 'README.md': 'of the feature' }, 'feature/one');
});
afterAll(() => server.close());

describe('a git repository', () => {
  it('is read at the newest commit of its default branch', async () => {
    const { files, revision, log } = await runFetch(git, { url: repository.url, ignore: '*.log' });
    expect(files).toEqual({ 'README.md': 'second', 'docs/guide.md': 'guide', 'docs/ünïcode.txt': 'grüße' });
    expect(revision).toBe(commit);
    expect(log).toContain(`Reading branch main of ${repository.url}`);
  });

  it('is read at the branch that is asked for', async () => {
    const { files } = await runFetch(git, { url: repository.url, parameters: { branch: 'feature/one' } });
    expect(files['README.md']).toBe('of the feature');
  });

  it('names the branches there are when the one asked for is not', async () => {
    const { host } = new URL(server.origin);
    await expect(runFetch(git, { url: repository.url, parameters: { branch: 'mian' } })).rejects.toThrow(
      `The branch mian is not in ${host}/site.git, which has feature/one, main.`,
    );
    const empty = await server.createRepository('empty');
    await expect(runFetch(git, { url: empty.url })).rejects.toThrow(/empty.git has no branch yet/);
  });

  it('leaves out links and submodules', async () => {
    const odd = await server.createRepository('odd');
    await odd.commit({ 'a.txt': 'A' });
    await odd.git('update-index', '--add', '--cacheinfo', `160000,${commit},module`);
    const target = await odd.git('rev-parse', 'HEAD:a.txt');
    await odd.git('update-index', '--add', '--cacheinfo', `120000,${target},link`);
    await odd.git('commit', '--quiet', '--message', 'Odd entries');
    await odd.git('push', '--quiet', 'origin', 'main');
    const { files, log } = await runFetch(git, { url: odd.url });
    expect(files).toEqual({ 'a.txt': 'A' });
    expect(log).toEqual(
      expect.arrayContaining(['Left out link: it is a link', 'Left out module: it is a submodule']),
    );
  });

  it('reads many files that are packed as deltas', async () => {
    const many = await server.createRepository('many');
    const lines = Array.from({ length: 500 }, (_, index) => `line ${index}`);
    const texts = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`f${index}.txt`, [...lines, `file ${index}`].join('\n')]),
    );
    await many.commit(texts);
    const progress: string[] = [];
    const { files } = await runFetch(git, {
      url: many.url,
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    expect(files).toEqual(texts);
    expect(progress.at(-1)).toBe('100/100');
  });

  it('that is not there, or no repository at all, is told', async () => {
    await expect(runFetch(git, { url: `${server.origin}/none.git` })).rejects.toThrow(
      /has no repository \/none.git \(HTTP 404\); if it is private, it needs a user and a secret/,
    );
    const website = await startHttpServer((_, response) => response.end('<html>hello</html>'));
    await expect(runFetch(git, { url: `${website.origin}/x` })).rejects.toThrow(/is not a git repository/);
    await website.close();
  });

  it('is followed to where it moved, its pack is asked for there', async () => {
    const asked: string[] = [];
    const old = await startHttpServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response
        .writeHead(301, { location: `${server.origin}${request.url?.replace('/old', '/site.git')}` })
        .end();
    });
    expect((await runFetch(git, { url: `${old.origin}/old` })).revision).toBe(commit);
    expect(asked).toEqual(['GET /old/info/refs?service=git-upload-pack']);
    await old.close();
  });

  it('ends at once when it is aborted in the middle', async () => {
    const abort = new AbortController();
    onPack = () => abort.abort(new Error('cancelled by a person'));
    await expect(runFetch(git, { url: repository.url, signal: abort.signal })).rejects.toThrow(
      'cancelled by a person',
    );
    onPack = undefined;
  });

  it('ends at once when it is aborted between its files', async () => {
    const abort = new AbortController();
    const stop = (done: number) => done === 1 && abort.abort(new Error('cancelled by a person'));
    await expect(
      runFetch(git, { url: repository.url, signal: abort.signal, onProgress: stop }),
    ).rejects.toThrow('cancelled by a person');
  });
});

describe('a private git repository', () => {
  let locked: GitServer;
  let url: string;
  beforeAll(async () => {
    locked = await startGitServer({ auth: { user: 'reader', password: 'p4ss:w0rd' } });
    const made = await locked.createRepository('secret');
    await made.commit({ 'a.txt': 'A' });
    url = made.url;
  });
  afterAll(() => locked.close());

  it('is read with user and secret', async () => {
    const { files } = await runFetch(git, {
      url,
      parameters: { user: 'reader' },
      secrets: { secret: 'p4ss:w0rd' },
    });
    expect(files).toEqual({ 'a.txt': 'A' });
  });

  it('is not read without them or with wrong ones', async () => {
    await expect(runFetch(git, { url })).rejects.toThrow(
      /Authentication failed at .* it asks for a user and a secret/,
    );
    await expect(
      runFetch(git, { url, parameters: { user: 'reader' }, secrets: { secret: 'no' } }),
    ).rejects.toThrow(/Authentication failed at .* user or secret is wrong/);
  });

  it('that moved to another origin does not get the credentials', async () => {
    let seen: (string | undefined)[] = [];
    const sentOn = await startHttpServer((request, response) => {
      seen = [...seen, request.headers.authorization];
      response
        .writeHead(301, { location: `${locked.origin}${request.url?.replace('/old', '/secret.git')}` })
        .end();
    });
    const secrets = { secret: 'p4ss:w0rd' };
    await expect(
      runFetch(git, { url: `${sentOn.origin}/old`, parameters: { user: 'reader' }, secrets }),
    ).rejects.toThrow(/Authentication failed/);
    expect(seen.length).toBeGreaterThan(0);
    await sentOn.close();
  });
});

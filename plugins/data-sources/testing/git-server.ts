import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startHttpServer } from './http-server';

const run = promisify(execFile);

export interface GitServer {
  readonly origin: string;
  /** Makes an empty repository; its address and a way to commit to it. */
  createRepository(name: string): Promise<TestRepository>;
  close(): Promise<void>;
}

export interface TestRepository {
  readonly url: string;
  /** Commits files (null deletes one) to a branch and pushes it. Returns the commit. */
  commit(files: Record<string, string | Buffer | null>, branch?: string): Promise<string>;
  /** Runs git in the working copy. */
  git(...args: string[]): Promise<string>;
}

/**
 * A real git server: bare repositories in a temporary folder, served by `git http-backend`. With `auth` it asks for
 * that user and password. `onRequest` sees each request first, may let it wait, and may answer it itself by returning true.
 */
export async function startGitServer(
  options: {
    auth?: { user: string; password: string };
    onRequest?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
  } = {},
): Promise<GitServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'git-server-'));
  const expected =
    options.auth &&
    `Basic ${Buffer.from(`${options.auth.user}:${options.auth.password}`).toString('base64')}`;
  const server = await startHttpServer(async (request, response) => {
    if (await options.onRequest?.(request, response)) return;
    if (expected && request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('who are you?');
    } else gitBackend(folder)(request, response);
  });
  return {
    origin: server.origin,
    createRepository: (name) => createRepository(folder, server.origin, name),
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The CGI protocol, as far as git needs it. */
const gitBackend =
  (folder: string): RequestListener =>
  (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const variables = {
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method ?? 'GET',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    };
    const backend = spawn('env', [...gitCommand(variables), 'http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    request.pipe(backend.stdin);
    backend.stdin.on('error', () => undefined);
    response.on('close', () => backend.kill());
    let head = Buffer.alloc(0);
    backend.stdout.on('data', function onHead(chunk: Buffer) {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      backend.stdout.off('data', onHead).pause();
      for (const line of head.subarray(0, end).toString().split('\r\n')) {
        const [name = '', value = ''] = line.split(/:\s*/, 2);
        if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10);
        else response.setHeader(name, value);
      }
      response.write(head.subarray(end + 4));
      backend.stdout.pipe(response);
    });
  };

async function createRepository(folder: string, origin: string, name: string): Promise<TestRepository> {
  const bare = path.join(folder, `${name}.git`);
  const work = path.join(folder, `${name}.work`);
  const git = async (...args: string[]) =>
    (await run('env', [...gitCommand(), '-C', work, ...args])).stdout.trim();
  await run('env', [...gitCommand(), 'init', '--quiet', '--bare', '--initial-branch=main', bare]);
  await run('env', [...gitCommand(), 'init', '--quiet', '--initial-branch=main', work]);
  await git('remote', 'add', 'origin', bare);
  return {
    url: `${origin}/${name}.git`,
    git,
    async commit(files, branch = 'main') {
      if ((await git('branch', '--show-current')) !== branch) {
        const known = await git('branch', '--list', branch);
        await git('switch', '--quiet', ...(known ? [] : ['--create']), branch);
      }
      for (const [file, content] of Object.entries(files)) await change(path.join(work, file), content);
      await git('add', '--all');
      await git('commit', '--quiet', '--message', `Change ${Object.keys(files).join(', ')}`);
      await git('push', '--quiet', 'origin', branch);
      return git('rev-parse', 'HEAD');
    },
  };
}

async function change(file: string, content: string | Buffer | null): Promise<void> {
  if (content === null) return rm(file);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Arguments of `env` that run git with these variables besides, and with nobody's own settings. */
function gitCommand(variables: Record<string, string> = {}): string[] {
  const all = {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.com',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.com',
    ...variables,
  };
  return [
    '-u',
    'GIT_DIR',
    '-u',
    'GIT_WORK_TREE',
    ...Object.entries(all).map((pair) => pair.join('=')),
    'git',
  ];
}

import fs from 'node:fs';
import path from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import git, { type AuthCallback } from 'isomorphic-git';
import { z } from 'zod';
import { type FetchContext, type Fetched, SourceType } from '../source-type';
import { branchNotFound, gitFailure } from './git-failures';
import { gitHttp } from './git-http';
import { assertPackIsSane } from './git-pack-guard';
import { readCommit } from './git-tree';
import { checkHttpUrl } from './http-url';

const parameters = z.object({
  branch: z
    .string()
    .trim()
    .max(250)
    .default('')
    .meta({ title: 'Branch', description: "Empty: the repository's default branch." }),
  user: z.string().trim().max(200).default('').meta({ title: 'User' }),
  secret: z
    .string()
    .max(4000)
    .optional()
    .meta({ title: 'Password or token', description: 'Leave empty for a public repository.', secret: true }),
});

type Context = FetchContext<z.output<typeof parameters>>;

/** A branch of a git repository over HTTP(S): its newest commit alone, without history. */
export class GitSource extends SourceType<typeof parameters> {
  readonly key = 'git';
  readonly label = 'Git repository';
  readonly description = 'The files of a branch of a git repository, read over HTTP or HTTPS.';
  readonly urlExample = 'https://git.example.com/team/site.git';
  readonly parameters = parameters;

  checkUrl(url: string): string {
    return checkHttpUrl(url, this.urlExample);
  }

  async fetch(context: Context): Promise<Fetched> {
    const url = new URL(context.url);
    const { secret } = context.secrets;
    if (secret && url.protocol === 'http:')
      context.log.warning('User and secret travel unencrypted over http');
    try {
      // Forges that take a token do not look at the user, but want one.
      const onAuth: AuthCallback = () =>
        secret ? { username: context.parameters.user || 'git', password: secret } : undefined;
      return await fetchBranch(context, url, onAuth);
    } catch (error) {
      context.signal.throwIfAborted();
      throw gitFailure(error, url, secret !== undefined);
    }
  }
}

async function fetchBranch(context: Context, url: URL, onAuth: AuthCallback): Promise<Fetched> {
  const { signal, log, progress } = context;
  const http = gitHttp(signal);
  const refs = await git.listServerRefs({ http, url: url.href, onAuth, symrefs: true });
  const branches = refs
    .filter((each) => each.ref.startsWith(HEADS))
    .map((each) => each.ref.slice(HEADS.length));
  const head = refs.find((each) => each.ref === 'HEAD')?.target?.slice(HEADS.length);
  const branch = context.parameters.branch || head || branches[0] || '';
  if (!branches.includes(branch)) throw branchNotFound(branch, branches, url);

  log.info('Reading branch %s of %s', branch, url.href);
  const gitdir = path.join(context.scratch, 'repository');
  await git.init({ fs, gitdir, bare: true });
  await git.addRemote({ fs, gitdir, remote: 'origin', url: url.href });
  await progress(0, 1, `Receiving ${branch}`);
  const fetching = git.fetch({
    fs: { promises: guardedFs(signal) },
    http,
    gitdir,
    remote: 'origin',
    url: url.href,
    ref: HEADS + branch,
    singleBranch: true,
    tags: false,
    depth: 1,
    onAuth,
    onProgress: () => breathe(signal),
  });
  const { fetchHead } = await Promise.race([fetching, aborted(signal)]);
  if (!fetchHead) throw branchNotFound(branch, branches, url);
  log.info('At commit %s', fetchHead);
  await readCommit(gitdir, fetchHead, context);
  return { revision: fetchHead };
}

const HEADS = 'refs/heads/';

function guardedFs(signal: AbortSignal): typeof fs.promises {
  return {
    ...fs.promises,
    async writeFile(file, data, options) {
      if (String(file).endsWith('.pack') && Buffer.isBuffer(data)) await assertPackIsSane(data, signal);
      await fs.promises.writeFile(file, data, options);
    },
  };
}

// isomorphic-git does not await all its progress calls, so throwing from one could end the process. Once aborted,
// it is left waiting for ever instead, and `aborted` ends the fetch.
async function breathe(signal: AbortSignal): Promise<void> {
  await breath();
  if (signal.aborted) await new Promise<never>(() => undefined);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

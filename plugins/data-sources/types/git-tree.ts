import fs from 'node:fs';
import git from 'isomorphic-git';
import type { FetchContext } from '../source-type';
import { relativePath } from '../sync/file-path';

interface Blob {
  path: string;
  oid: string;
}

/** Writes the files of a commit to `into`, read from the repository's objects; nothing is ever checked out. */
export async function readCommit(
  gitdir: string,
  commit: string,
  { into, signal, log, progress }: Pick<FetchContext, 'into' | 'signal' | 'log' | 'progress'>,
): Promise<void> {
  const cache = {};
  const blobs: Blob[] = [];
  for await (const blob of walk(commit, '')) {
    blobs.push(blob);
    into.assertFits(blob.path, 0);
  }
  for (const [done, { path, oid }] of blobs.entries()) {
    signal.throwIfAborted();
    const { blob } = await git.readBlob({ fs, gitdir, oid, cache });
    await into.write(path, [blob]);
    await progress(done + 1, blobs.length, path);
  }

  async function* walk(oid: string, prefix: string): AsyncGenerator<Blob> {
    signal.throwIfAborted();
    const { tree } = await git.readTree({ fs, gitdir, oid, cache });
    for (const entry of tree) {
      const path = relativePath(prefix + entry.path);
      if (into.ignores(entry.type === 'tree' ? `${path}/` : path)) continue;
      if (entry.type === 'tree') yield* walk(entry.oid, `${path}/`);
      else if (entry.type === 'commit') log.warning('Left out %s: it is a submodule', path);
      else if (entry.mode === '120000') log.warning('Left out %s: it is a link', path);
      else yield { path, oid: entry.oid };
    }
  }
}

import { constants } from 'node:fs';
import { open, opendir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { config, YardmasterError } from '@/lib/plugins';
import { type FetchContext, type Fetched, SourceType } from '../source-type';

const parameters = z.object({});

/** A folder on the worker's own machine, below a root that DATA_SOURCE_ROOTS allows. */
export class LocalSource extends SourceType<typeof parameters> {
  readonly key = 'local';
  readonly label = 'Local folder';
  readonly description =
    'A folder on the machine of the worker, below a folder that the configuration allows.';
  readonly urlExample = '/srv/files/site';
  readonly parameters = parameters;

  checkUrl(url: string): string {
    if (!path.isAbsolute(url)) {
      throw new YardmasterError(
        'invalid_input',
        'Expected the whole path of a folder, such as /srv/files/site.',
      );
    }
    const folder = path.resolve(url);
    const roots = config().dataSourceRoots;
    if (!roots.some((root) => isWithin(root, folder))) throw notBelow(folder, roots);
    return folder;
  }

  async fetch({ url, into, signal, log }: FetchContext<z.output<typeof parameters>>): Promise<Fetched> {
    const { folder, root } = await allowedFolder(url, config().dataSourceRoots);
    log.info('Reading the folder %s', folder);
    for await (const name of walk('')) {
      signal.throwIfAborted();
      await copy(name);
    }
    return {};

    async function* walk(prefix: string): AsyncGenerator<string> {
      for await (const entry of await opendir(path.join(folder, prefix))) {
        const name = prefix + entry.name;
        if (into.ignores(entry.isDirectory() ? `${name}/` : name)) continue;
        if (entry.isDirectory()) yield* walk(`${name}/`);
        else if (entry.isFile() || entry.isSymbolicLink()) yield name;
        else log.warning('Left out %s: it is neither a file nor a folder', name);
      }
    }

    async function copy(name: string): Promise<void> {
      const real = await realpath(path.join(folder, name)).catch(() => null);
      if (real === null || !isWithin(root, real)) {
        log.warning(
          'Left out %s: it links to %s',
          name,
          real === null ? 'nothing' : `a place outside of ${root}`,
        );
        return;
      }
      // Not to be led astray by a link that takes the file's place after the check, nor to wait on a pipe.
      const file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      try {
        const about = await file.stat();
        if (about.isFile()) {
          into.assertFits(name, about.size);
          await into.write(name, file.createReadStream({ autoClose: false }));
        } else log.warning('Left out %s: it links to something that is not a file', name);
      } finally {
        await file.close();
      }
    }
  }
}

/** The real path of a folder and the real root it lies in. @throws YardmasterError when it lies in none. */
async function allowedFolder(
  url: string,
  roots: readonly string[],
): Promise<{ folder: string; root: string }> {
  const folder = await realpath(url).catch((cause) => {
    throw new YardmasterError('not_found', `The folder ${url} is not there, or the worker may not read it.`, {
      cause,
    });
  });
  for (const each of roots) {
    const root = await realpath(each).catch(() => null);
    if (root === null || !isWithin(root, folder)) continue;
    if (!(await stat(folder)).isDirectory())
      throw new YardmasterError('invalid_input', `${url} is not a folder.`);
    return { folder, root };
  }
  throw notBelow(folder, roots);
}

function isWithin(root: string, target: string): boolean {
  const relative = path.relative(root, target);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function notBelow(folder: string, roots: readonly string[]): YardmasterError {
  const allowed = roots.length > 0 ? `below ${roots.join(' or ')}` : 'below a root, and there is none so far';
  return new YardmasterError(
    'forbidden',
    `${folder} may not be read: a local source lies ${allowed}. An administrator sets the roots in DATA_SOURCE_ROOTS.`,
  );
}

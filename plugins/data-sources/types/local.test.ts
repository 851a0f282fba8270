import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runFetch } from '../testing/fetch-run';
import { LocalSource } from './local';

const local = new LocalSource();
let folder: string;
const at = (...parts: string[]) => path.join(folder, ...parts);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'local-'));
  vi.stubEnv('DATA_SOURCE_ROOTS', at('root'));
  await mkdir(at('root/site/sub/.git'), { recursive: true });
  await mkdir(at('rooted'));
  await writeFile(at('outside.txt'), 'secret');
  await writeFile(at('root/beside.txt'), 'beside');
  await writeFile(at('root/site/a.txt'), 'A');
  await writeFile(at('root/site/sub/b.md'), 'B');
  await writeFile(at('root/site/sub/c.log'), 'C');
  await writeFile(at('root/site/sub/.git/config'), 'git');
  await symlink(at('root/beside.txt'), at('root/site/inside-link.txt'));
  await symlink(at('outside.txt'), at('root/site/leak.txt'));
  await symlink('/etc', at('root/site/etc'));
  await symlink(at('nowhere'), at('root/site/broken'));
  await symlink(at('root/site'), at('root/site/loop'));
  await symlink(at(), at('root/escape'));
  execFileSync('mkfifo', [at('root/site/pipe')]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a local folder', () => {
  it('is read with what the rules keep; links that leave the root are left out, and the log says so', async () => {
    const { files, log } = await runFetch(local, { url: at('root/site'), ignore: '*.log' });
    expect(files).toEqual({ 'a.txt': 'A', 'sub/b.md': 'B', 'inside-link.txt': 'beside' });
    expect(log).toContain(`Left out leak.txt: it links to a place outside of ${at('root')}`);
    expect(log).toContain(`Left out etc: it links to a place outside of ${at('root')}`);
    expect(log).toContain('Left out broken: it links to nothing');
    expect(log).toContain('Left out loop: it links to something that is not a file');
    expect(log).toContain('Left out pipe: it is neither a file nor a folder');
  });

  it.each(['/etc', 'rooted', 'root/..', 'root/escape', 'root/escape/rooted', 'root/site/etc'])(
    'is refused outside of the allowed roots: %s',
    async (place) => {
      await expect(runFetch(local, { url: path.resolve(folder, place) })).rejects.toThrow(
        /may not be read: a local source lies below .*DATA_SOURCE_ROOTS/,
      );
    },
  );

  it('must be a folder that is there', async () => {
    await expect(runFetch(local, { url: at('root/none') })).rejects.toThrow(/is not there/);
    await expect(runFetch(local, { url: at('root/beside.txt') })).rejects.toThrow(/is not a folder/);
  });

  it('is checked when it is saved', () => {
    expect(local.checkUrl(`${at('root')}/./site/`)).toBe(at('root/site'));
    expect(() => local.checkUrl('site')).toThrow(/Expected the whole path/);
    expect(() => local.checkUrl(at('root/../outside'))).toThrow(/may not be read/);
  });

  it('keeps to the limits', async () => {
    const url = at('root/site');
    await expect(runFetch(local, { url, limits: { files: 2 } })).rejects.toThrow(
      /more than 2 files.*Ignore rules/,
    );
    await expect(runFetch(local, { url, limits: { fileBytes: 3 } })).rejects.toThrow(
      /beside|inside-link.txt has more/,
    );
    await expect(runFetch(local, { url, limits: { totalBytes: 3 } })).rejects.toThrow(
      /All files have more than 3 bytes/,
    );
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { type Job, objectRef } from '@/lib/jobs';
import { db, newId } from '@/lib/plugins';
import { DATA_SOURCE } from '../object-type';
import { syncSource } from '../sync/sync-source';
import { type GitServer, startGitServer, type TestRepository } from '../testing/git-server';
import { SyncDataSourceJob } from './sync-data-source';

useTestDatabase();
let server: GitServer;
let repository: TestRepository;
let id: string;

beforeAll(async () => {
  vi.stubEnv('DATA_SOURCE_NETWORKS', '127.0.0.1/32');
  server = await startGitServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  id = newId();
  repository = await server.createRepository(id);
  await repository.commit({ 'a.txt': 'A', 'b.txt': 'B', 'c.log': 'C' });
  await db().dataSource.create({
    data: { id, name: id, type: 'git', url: repository.url, ignoreRules: '*.log' },
  });
});

const runJob = (): Promise<Job> =>
  SyncDataSourceJob.enqueue({ instance: objectRef(DATA_SOURCE, id), immediate: true });

async function stored(): Promise<Record<string, string>> {
  const files = await db().dataFile.findMany({ where: { sourceId: id }, orderBy: { path: 'asc' } });
  return Object.fromEntries(files.map(({ path, content }) => [path, Buffer.from(content).toString()]));
}

async function logOf(job: Job): Promise<string[]> {
  const lines = await db().jobLogEntry.findMany({ where: { jobId: job.id }, orderBy: { seq: 'asc' } });
  return lines.map(({ message }) => message);
}

/** Syncs outside of a job; `before` is done once all is read and nothing is stored, `onLog` sees each line. */
function syncWatched(watch: {
  before?(): PromiseLike<unknown>;
  onLog?(line: string): void;
  signal?: AbortSignal;
}) {
  const log = (line: string) => watch.onLog?.(line);
  return syncSource(id, {
    signal: watch.signal ?? new AbortController().signal,
    log: { debug: log, info: log, warning: log },
    progress: async (_done, _total, text) => {
      if (text === 'Storing what changed') await watch.before?.();
    },
  });
}

describe('a sync', () => {
  it('stores what it finds and says what it did', async () => {
    const job = await runJob();
    const revision = await repository.git('rev-parse', 'HEAD');
    expect(job).toMatchObject({
      status: 'completed',
      data: { added: 2, updated: 0, deleted: 0, unchanged: 0, revision },
    });
    expect(await stored()).toEqual({ 'a.txt': 'A', 'b.txt': 'B' });
    expect(await logOf(job)).toEqual([
      `Reading branch main of ${repository.url}`,
      `At commit ${revision}`,
      '2 files: 2 new, 0 changed, 0 deleted, 0 unchanged',
      'New: a.txt',
      'New: b.txt',
    ]);
    const source = await db().dataSource.findUniqueOrThrow({ where: { id } });
    expect(source.lastSyncedAt?.getTime()).toBeGreaterThanOrEqual(job.createdAt.getTime());
  });

  it('stores just what changed since', async () => {
    await runJob();
    const before = await db().dataFile.findMany({ where: { sourceId: id }, orderBy: { path: 'asc' } });
    await repository.commit({ 'a.txt': 'A2', 'd.txt': 'D' });
    const job = await runJob();
    expect(job.data).toMatchObject({ added: 1, updated: 1, deleted: 0, unchanged: 1 });
    expect(await logOf(job)).toEqual(expect.arrayContaining(['New: d.txt', 'Changed: a.txt']));
    const after = await db().dataFile.findMany({ where: { sourceId: id }, orderBy: { path: 'asc' } });
    expect(after.slice(0, 2).map((file) => file.id)).toEqual(before.map((file) => file.id));
    expect(after[1]).toEqual(before[1]);

    await repository.commit({ 'b.txt': null });
    expect((await runJob()).data).toMatchObject({ added: 0, updated: 0, deleted: 1, unchanged: 2 });
    expect(await stored()).toEqual({ 'a.txt': 'A2', 'd.txt': 'D' });
  });

  it('keeps the bytes of a large file of any kind', async () => {
    const bytes = Buffer.alloc(9_000_000, Buffer.from([0, 255, 13, 10, 200]));
    await repository.commit({ 'large.bin': bytes });
    expect((await runJob()).status).toBe('completed');
    const file = await db().dataFile.findUniqueOrThrow({
      where: { sourceId_path: { sourceId: id, path: 'large.bin' } },
    });
    expect(file.size).toBe(bytes.length);
    expect(Buffer.from(file.content).equals(bytes)).toBe(true);
  });

  it('that fails says why and leaves the stored files alone', async () => {
    await runJob();
    await db().dataSource.update({ where: { id }, data: { parameters: { branch: 'gone' } } });
    const job = await runJob();
    expect(job).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/^The branch gone is not in .* which has main\.$/),
    });
    expect(await stored()).toEqual({ 'a.txt': 'A', 'b.txt': 'B' });

    await db().dataSource.update({ where: { id }, data: { url: 'http://10.0.0.1/x.git' } });
    expect((await runJob()).error).toBe(
      '10.0.0.1 is not a public address. An administrator can allow its network in DATA_SOURCE_NETWORKS.',
    );
    await db().dataSource.update({ where: { id }, data: { enabled: false } });
    expect(await runJob()).toMatchObject({ status: 'failed', error: expect.stringContaining('is disabled') });
  });

  it('that is aborted while it stores changes nothing', async () => {
    await runJob();
    await repository.commit({ 'a.txt': 'A2', 'b.txt': null });
    const abort = new AbortController();
    // By the next turn of the event loop the first statement is on its way.
    const abortSoon = () => setImmediate(() => abort.abort(new Error('cancelled')));
    const onLog = (line: string) => line === '%s' && abortSoon();
    const sync = syncWatched({ onLog, signal: abort.signal });
    await expect(sync).rejects.toThrow('cancelled');
    expect(await stored()).toEqual({ 'a.txt': 'A', 'b.txt': 'B' });
  });

  it('of a source that is deleted meanwhile ends quietly', async () => {
    const lines: string[] = [];
    const result = await syncWatched({
      before: () => db().dataSource.delete({ where: { id } }),
      onLog: (line) => lines.push(line),
    });
    expect(result).toMatchObject({ added: 0, updated: 0, deleted: 0 });
    expect(lines.at(-1)).toMatch(/deleted meanwhile/);
    expect(await runJob()).toMatchObject({ status: 'completed', data: { added: 0 } });
  });

  it('of a source that is changed meanwhile stores nothing', async () => {
    const before = () => db().dataSource.update({ where: { id }, data: { ignoreRules: '' } });
    await expect(syncWatched({ before })).rejects.toThrow(/was changed while it was read/);
    expect(await stored()).toEqual({});
  });
});

describe('two syncs of one source', () => {
  it('at the same time leave each file once', async () => {
    const jobs = await Promise.all([runJob(), runJob(), runJob()]);
    expect(jobs.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
    expect(await stored()).toEqual({ 'a.txt': 'A', 'b.txt': 'B' });
  });

  it('never let the one that began earlier overwrite what the later one read', async () => {
    const earlier = await syncWatched({
      before: async () => {
        await repository.commit({ 'a.txt': 'newer' });
        expect(await runJob()).toMatchObject({ status: 'completed', data: { added: 2 } });
      },
    });
    expect(earlier).toMatchObject({ added: 0, updated: 0, deleted: 0, unchanged: 0 });
    expect(await stored()).toEqual({ 'a.txt': 'newer', 'b.txt': 'B' });
  });
});

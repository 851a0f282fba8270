import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { type JobStatus, objectRef } from '@/lib/jobs';
import { db, newId } from '@/lib/plugins';
import { getDataFile, listDataFiles } from './file-queries';
import { SyncDataSourceJob } from './jobs/sync-data-source';
import { DATA_SOURCE } from './object-type';
import { getDataSource, listDataSources } from './queries';
import { listFilter } from './schema';

useTestDatabase();

async function makeSource(name: string, more: object = {}): Promise<string> {
  const id = newId();
  await db().dataSource.create({
    data: { id, name, type: 'git', url: `https://git.example.com/${name}`, ...more },
  });
  return id;
}

/** A job of the source as a worker would leave it. */
async function makeJob(id: string, status: JobStatus, attemptNo = 1): Promise<void> {
  const job = await SyncDataSourceJob.enqueue({ instance: objectRef(DATA_SOURCE, id) });
  const ended = ['completed', 'failed', 'errored', 'cancelled'].includes(status);
  const data = { status, attemptNo, completedAt: ended ? new Date() : null, workerId: newId() };
  await db().job.update({ where: { id: job.id }, data });
}

async function makeFile(sourceId: string, path: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const id = newId();
  const size = content.length;
  await db().dataFile.create({
    data: { id, sourceId, path, size, sha256: 'x', content, updatedAt: new Date() },
  });
  return id;
}

describe('the status of a data source', () => {
  it.each<[string, JobStatus[]]>([
    ['new', []],
    ['queued', ['failed', 'pending']],
    ['syncing', ['completed', 'running']],
    ['syncing', ['running', 'failed']],
    ['completed', ['failed', 'completed']],
    ['failed', ['completed', 'failed']],
    ['failed', ['errored']],
    ['completed', ['completed', 'cancelled', 'cancelled']],
    ['new', ['cancelled']],
  ])('is %s after %j', async (status, jobs) => {
    const id = await makeSource(newId());
    for (const job of jobs) await makeJob(id, job);
    expect((await getDataSource(id)).status).toBe(status);
  });

  it('ignores the next occurrence but not a retry that waits, and outlives its jobs', async () => {
    const id = await makeSource(newId());
    await makeJob(id, 'failed');
    await makeJob(id, 'scheduled', 0);
    expect((await getDataSource(id)).status).toBe('failed');
    await makeJob(id, 'scheduled', 1);
    expect((await getDataSource(id)).status).toBe('queued');
    const old = await makeSource(newId(), { lastSyncedAt: new Date() });
    expect((await getDataSource(old)).status).toBe('completed');
  });

  it('comes with the time of the next sync', async () => {
    const id = await makeSource(newId(), { syncIntervalMinutes: 60 });
    await SyncDataSourceJob.enqueueOnce({
      instance: objectRef(DATA_SOURCE, id),
      interval: 60,
      scheduleAt: new Date('2100-01-01T10:00:00Z'),
    });
    const source = await getDataSource(id);
    expect(source).toMatchObject({
      status: 'new',
      nextSyncAt: '2100-01-01T10:00:00.000Z',
      scheduleId: expect.any(String),
    });
  });
});

describe('the list of data sources', () => {
  it('is searched, and paged by name both ways', async () => {
    for (let no = 0; no < 120; no++) await makeSource(`paged ${String(no).padStart(3, '0')}`);
    const list = (more: object) => listDataSources(listFilter.parse({ search: 'PAGED', ...more }));
    const first = await list({});
    expect([first.items.length, first.items[0]?.name, first.previous]).toEqual([50, 'paged 000', null]);
    const second = await list({ after: first.next });
    expect([second.items[0]?.name, second.items.at(-1)?.name]).toEqual(['paged 050', 'paged 099']);
    const third = await list({ after: second.next });
    expect([third.items.length, third.next]).toEqual([20, null]);
    const back = await list({ before: third.previous });
    expect(back.items).toEqual(second.items);
    expect((await list({ before: back.previous })).items).toEqual(first.items);
    expect((await listDataSources(listFilter.parse({ search: '100%' }))).items).toEqual([]);
  });
});

describe('the files of a data source', () => {
  it('are listed by path, counted, and shown when they are text', async () => {
    const id = await makeSource(newId());
    const text = await makeFile(id, 'docs/grüße.md', new TextEncoder().encode('# Grüße'));
    const binary = await makeFile(id, 'image.png', new Uint8Array([0x89, 0x50, 0xff, 0]));
    const large = await makeFile(id, 'large.txt', new Uint8Array(1_000_001).fill(65));
    const page = await listDataFiles(id, listFilter.parse({}));
    expect(page.items.map(({ path }) => path)).toEqual(['docs/grüße.md', 'image.png', 'large.txt']);
    expect((await listDataFiles(id, listFilter.parse({ search: 'GRÜ' }))).items).toHaveLength(1);
    expect(await getDataSource(id)).toMatchObject({ files: 3, bytes: 1_000_014 });
    expect((await getDataFile(id, text)).content).toEqual({ kind: 'text', text: '# Grüße' });
    expect((await getDataFile(id, binary)).content).toEqual({ kind: 'binary' });
    expect((await getDataFile(id, large)).content).toEqual({ kind: 'large' });
    await expect(getDataFile(newId(), text)).rejects.toMatchObject({ code: 'not_found' });
  });
});

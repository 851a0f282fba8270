import { createHash } from 'node:crypto';
import { addEndedJob, addJob, addLog, type JobRow, type World } from './rows';
import { addSchedule } from './schedules';
import type { Workers } from './workers';

const SYNC = {
  runner: 'data_sources.SyncDataSourceJob',
  name: 'Sync data source',
  objectType: 'data_sources.data_source',
};

/** Data sources in every status they derive from their jobs: new, queued, syncing, completed, failed; one disabled. */
export function addDataSources(world: World, workers: Workers): void {
  const { clock } = world;
  const add = (days: number, given: Partial<World['sources'][number]> & { name: string; url: string }) => {
    const createdAt = clock.ago(days * 1440);
    const id = clock.idAt(createdAt);
    world.sources.push({ id, type: 'git', createdAt, updatedAt: createdAt, ...given });
    return { id, job: { ...SYNC, objectId: id } };
  };

  add(0.01, {
    name: 'Labels',
    url: 'https://git.example.com/labels.git',
    description: 'Templates of the shipping labels',
  });

  const queued = add(4, { name: 'Price lists', type: 'http', url: 'https://files.example.com/prices.zip' });
  addJob(world, 0.4, { ...queued.job, status: 'pending' });

  const syncing = add(30, {
    name: 'Device types',
    url: 'https://git.example.com/device-types.git',
    parameters: { branch: 'main' },
  });
  const running = addJob(world, 1, {
    ...syncing.job,
    status: 'running',
    workerId: workers.bulk,
    startedAt: clock.ago(0.9),
    dispatchNo: 1,
    attemptNo: 1,
    progressDone: 812,
    progressTotal: 4312,
    progressText: 'file 812 of 4,312',
  });
  addLog(
    world,
    running.id,
    [
      ['info', 'Reading branch main of https://git.example.com/device-types.git'],
      ['info', '4312 files to compare'],
    ],
    { from: clock.ago(0.9) },
  );

  const good = add(60, {
    name: 'Configuration templates',
    url: 'https://git.example.com/config-templates.git',
    parameters: { branch: 'main' },
    syncIntervalMinutes: 60,
    ignoreRules: '*.md\n/drafts/',
    lastSyncedAt: clock.ago(24),
  });
  const scheduleId = addSchedule(world, 20, {
    ...SYNC,
    objectId: good.id,
    intervalMinutes: 60,
    onceKey: `${SYNC.runner}:${good.id}`,
  });
  for (let hour = 0; hour < 30; hour++)
    addSync(world, 24 + hour * 60, { ...good.job, scheduleId }, hour === 9);
  for (const [path, text] of FILES) addFile(world, good.id, path, Buffer.from(text));
  addFile(world, good.id, 'images/rack.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));

  const failed = add(10, {
    name: 'Firmware list',
    url: 'https://git.example.com/firmware.git',
    parameters: { branch: 'mian' },
    lastSyncedAt: clock.ago(5000),
  });
  addEndedJob(world, 26, 2, {
    ...failed.job,
    status: 'failed',
    error: 'git.example.com has no branch "mian". It has: main, next.',
  });

  add(90, {
    name: 'Old catalogue',
    type: 'local',
    url: '/srv/catalogue',
    enabled: false,
    description: 'Kept for reference',
    lastSyncedAt: clock.ago(80 * 1440),
  });
}

function addSync(
  world: World,
  minutesAgo: number,
  job: typeof SYNC & Partial<JobRow>,
  failed: boolean,
): void {
  const row = addEndedJob(world, minutesAgo, 4 + world.clock.random() * 5, {
    ...job,
    interval: 60,
    status: failed ? 'failed' : 'completed',
    error: failed ? 'git.example.com could not be reached: connection refused.' : null,
    data: failed ? undefined : { added: 0, updated: 1, deleted: 0, unchanged: 3 },
  });
  addLog(
    world,
    row.id,
    [
      ['info', 'Reading branch main of https://git.example.com/config-templates.git'],
      ['info', '4 files: 0 new, 1 changed, 0 deleted, 3 unchanged'],
    ],
    { from: world.clock.ago(minutesAgo) },
  );
}

function addFile(world: World, sourceId: string, path: string, content: Buffer): void {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const updatedAt = world.clock.ago(24);
  world.files.push({
    id: world.clock.idAt(updatedAt),
    sourceId,
    path,
    size: content.length,
    sha256,
    content: new Uint8Array(content),
    updatedAt,
  });
}

const FILES = [
  ['switches/access.j2', 'hostname {{ device.name }}\nvlan {{ device.vlan }}\n'],
  ['switches/core.j2', 'hostname {{ device.name }}\nspanning-tree mode rapid-pvst\n'],
  ['sites.json', '{\n  "sites": ["harbour", "old town"]\n}\n'],
] as const;

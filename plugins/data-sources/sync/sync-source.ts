import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { db, parseInput, type Tx, YardmasterError } from '@/lib/plugins';
import { type FetchContext, secretFieldsOf } from '../source-type';
import { getSourceType } from '../source-types';
import { compareFiles, logChanges } from './file-changes';
import { FileIntake } from './file-intake';
import { ignoreRules } from './ignore-rules';
import { storeChanges } from './store-files';
import {
  findSource,
  isSamePlace,
  lockSource,
  markSynced,
  openSecrets,
  type StoredSource,
} from './stored-source';

const STORE_TIMEOUT_MS = 20 * 60_000;
const CONNECTION_TIMEOUT_MS = 30_000;

/** What a sync needs of the job that it runs in. */
export type SyncRun = Pick<FetchContext, 'signal' | 'log' | 'progress'>;

/** What a sync changed, in files. */
export type SyncResult = {
  added: number;
  updated: number;
  deleted: number;
  unchanged: number;
  /** What was read, such as a commit, where the type knows one. */
  revision?: string;
};

const NOTHING: SyncResult = { added: 0, updated: 0, deleted: 0, unchanged: 0 };

/**
 * Fetches a source to a temporary folder and makes its stored files the same, in one transaction: all or nothing.
 * A source that is deleted meanwhile ends it quietly. @throws YardmasterError with a sentence for the operator.
 */
export async function syncSource(id: string, run: SyncRun): Promise<SyncResult> {
  const source = await findSource(id);
  if (!source) {
    run.log.warning('The data source was deleted; there is nothing to sync');
    return NOTHING;
  }
  if (!source.enabled)
    throw new YardmasterError('conflict', `${source.name} is disabled. Enable it to sync it.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'yardmaster-sync-'));
  try {
    const intake = new FileIntake(path.join(folder, 'files'), ignoreRules(source.ignoreRules), run.signal);
    const revision = await fetchInto(intake, source, path.join(folder, 'scratch'), run);
    run.signal.throwIfAborted();
    return { ...(await store(source, intake, run)), ...(revision === undefined ? {} : { revision }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchInto(into: FileIntake, source: StoredSource, scratch: string, run: SyncRun) {
  const type = getSourceType(source.type);
  const secrets = openSecrets(source.secrets);
  const parameters = parseInput(type.parameters, source.parameters);
  for (const name of secretFieldsOf(type)) delete parameters[name];
  await mkdir(scratch);
  const { revision } = await type.fetch({ ...run, url: source.url, parameters, secrets, into, scratch });
  return revision;
}

async function store(source: StoredSource, intake: FileIntake, run: SyncRun): Promise<SyncResult> {
  const total = Math.max(1, intake.files.length);
  await run.progress(total, total, 'Storing what changed');
  return db().$transaction((tx) => storeLocked(tx, source, intake, run), {
    timeout: STORE_TIMEOUT_MS,
    maxWait: CONNECTION_TIMEOUT_MS,
  });
}

async function storeLocked(
  tx: Tx,
  source: StoredSource,
  intake: FileIntake,
  run: SyncRun,
): Promise<SyncResult> {
  const { signal, log } = run;
  const now = await lockSource(tx, source.id);
  if (!now) {
    log.warning('The data source was deleted meanwhile; nothing was stored');
    return NOTHING;
  }
  if (!isSamePlace(now, source)) {
    throw new YardmasterError('conflict', 'The data source was changed while it was read. Sync it again.');
  }
  if (now.lastSyncedAt && now.lastSyncedAt > source.readAt) {
    log.info('A sync that began later has stored its files already; nothing to do');
    return NOTHING;
  }
  const known = await tx.dataFile.findMany({
    where: { sourceId: source.id },
    select: { id: true, path: true, sha256: true },
  });
  const changes = compareFiles(known, intake.files);
  logChanges(log, changes);
  await storeChanges(tx, source.id, changes, intake, signal);
  await markSynced(tx, source);
  signal.throwIfAborted();
  const { added, updated, deleted, unchanged } = changes;
  return { added: added.length, updated: updated.length, deleted: deleted.length, unchanged };
}

import { objectRef } from '@/lib/jobs';
import { type Command, command, newId, recordAudit, type Tx, YardmasterError } from '@/lib/plugins';
import { SyncDataSourceJob } from '../jobs/sync-data-source';
import { DATA_SOURCE } from '../object-type';
import { mergeParameters } from '../parameters';
import { type DataSourceInput, dataSourceInput } from '../schema';
import { getSourceType } from '../source-types';
import { announced } from './announced';
import { auditable, lockForChange } from './lock-for-change';

const save = command({
  permission: 'data_sources.write',
  input: dataSourceInput,
  async run({ actor, input, tx }): Promise<{ id: string }> {
    const before = input.id ? await lockForChange(tx, input.id) : null;
    await assertNameIsFree(tx, input);
    const type = inField('type', () => getSourceType(input.type));
    const url = inField('url', () => type.checkUrl(input.url));
    const { parameters, secrets } = mergeParameters(type, url, input, before);
    const { name, enabled, syncIntervalMinutes, ignoreRules, description } = input;
    const open = {
      name,
      type: type.key,
      url,
      parameters,
      enabled,
      syncIntervalMinutes,
      ignoreRules,
      description,
    };
    const id = before?.id ?? newId();
    if (before) await tx.dataSource.update({ where: { id }, data: { ...open, secrets } });
    else await tx.dataSource.create({ data: { id, ...open, secrets } });
    await arrangeSyncs(tx, id, input, actor.userId);
    await recordAudit(tx, actor, {
      action: before ? 'data_source.update' : 'data_source.create',
      targetType: DATA_SOURCE,
      targetId: id,
      ...(before && { before: auditable(before) }),
      after: { ...open, hasSecret: secrets !== null },
    });
    return { id };
  },
});

/**
 * Creates a data source (no `id`) or changes one. Enabled and with an interval, it is synced at once and then by the
 * interval; else its schedule ends. Returns its id.
 */
export const saveDataSource: Command<{ id: string }> = announced(async (actor, input) => {
  try {
    return await save(actor, input);
  } catch (error) {
    // Two people took the name at the same moment.
    if (error instanceof Error && 'code' in error && error.code === 'P2002') throw nameTaken();
    throw error;
  }
});

async function assertNameIsFree(tx: Tx, { id, name }: DataSourceInput): Promise<void> {
  const other = await tx.dataSource.findUnique({ where: { name }, select: { id: true } });
  if (other && other.id !== id) throw nameTaken();
}

function nameTaken(): YardmasterError {
  const message = 'Another data source has this name.';
  return new YardmasterError('invalid_input', message, { fields: { name: message } });
}

async function arrangeSyncs(tx: Tx, id: string, input: DataSourceInput, user: string | null): Promise<void> {
  const instance = objectRef(DATA_SOURCE, id);
  const interval = input.enabled ? input.syncIntervalMinutes : null;
  if (interval === null) await SyncDataSourceJob.unschedule({ instance, tx });
  else await SyncDataSourceJob.enqueueOnce({ instance, interval, user, tx });
}

/** Shows what went wrong at the field that it is about. */
function inField<Value>(field: 'type' | 'url', read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof YardmasterError)) throw error;
    throw new YardmasterError('invalid_input', error.message, {
      cause: error,
      fields: { [field]: error.message },
    });
  }
}

import { newId } from '@/lib/ids';
import type { NewJob } from '../store/stored-job';
import type { Request } from './options';

/** The row that a checked request becomes. */
export function newJob(request: Request): NewJob {
  const { meta, key } = request.entry;
  return {
    id: newId(),
    runner: key,
    name: request.name,
    queue: request.queue,
    argsText: request.argsText,
    objectType: request.instance?.type ?? null,
    objectId: request.instance?.id ?? null,
    userId: request.userId,
    notifications: request.notifications,
    timeoutMs: Math.round(meta.timeout * 1000),
    maxRetries: meta.retries,
    // A back-off that is a function cannot be stored: the worker asks the runner itself.
    backoffText: typeof meta.backoff === 'function' ? null : JSON.stringify(meta.backoff),
    runAt: request.scheduleAt ?? null,
    againOfId: request.againOfId ?? null,
  };
}

import { EventEmitter } from 'node:events';
import { processLog } from '@/lib/process-log';

/** What a worker has to tell. Engine code emits these; one subscriber writes them down. */
interface WorkerEvents {
  workerStarted: [{ id: string; backend: string; queues: readonly string[]; slots: number; named: boolean }];
  workerStopping: [{ signal: string; running: number }];
  workerStopped: [];
  outageBegan: [{ store: 'postgres' | 'redis'; error: string }];
  outageEnded: [{ store: 'postgres' | 'redis'; lastedMs: number }];
  jobsReaped: [{ jobs: readonly { id: string; status: string }[] }];
  serviceFailed: [{ service: string; error: unknown }];
}

export type WorkerEmitter = EventEmitter<WorkerEvents>;

/** An emitter whose events go to the log, one line each. */
export function loggedEvents(): WorkerEmitter {
  const events: WorkerEmitter = new EventEmitter();
  const log = processLog();
  events.on('workerStarted', ({ named, ...worker }) =>
    log.info(
      worker,
      named
        ? 'Worker started'
        : `Worker started; no queue was named, so it serves ${worker.queues.join(', ')}`,
    ),
  );
  events.on('workerStopping', (stop) => log.info(stop, 'Worker stopping: takes no new job'));
  events.on('workerStopped', () => log.info('Worker stopped'));
  events.on('outageBegan', (outage) =>
    log.error(outage, `${nameOf(outage.store)} is away: no job is started until it is back`),
  );
  events.on('outageEnded', (outage) => log.info(outage, `${nameOf(outage.store)} is back`));
  events.on('jobsReaped', ({ jobs }) => log.warn({ jobs }, 'Took jobs from workers that went silent'));
  events.on('serviceFailed', ({ service, error }) =>
    log.error({ service, err: error }, 'A service of the worker failed; it will try again'),
  );
  return events;
}

const nameOf = (store: 'postgres' | 'redis') => (store === 'redis' ? 'Redis' : 'Postgres');

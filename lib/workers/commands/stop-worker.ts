import { command } from '@/lib/command';
import { askWorker, workerInput } from './ask-worker';

/**
 * Asks a worker to end: it takes nothing new, waits for what it runs as long as its shutdown timeout allows, hands the
 * rest back and ends. Whether another process takes its place is up to what started it.
 */
export const stopWorker = command({
  permission: 'workers.write',
  input: workerInput,
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    await askWorker(tx, actor, id, {
      action: 'worker.stop',
      asked: 'stop',
      from: [null, 'quiet'],
      otherwise: 'is stopping already',
    });
    changed('workers');
    return { id };
  },
});

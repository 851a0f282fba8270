import { command } from '@/lib/command';
import { askWorker, workerInput } from './ask-worker';

/** Asks a worker to start nothing new; what it runs goes on, and the process stays. */
export const quietWorker = command({
  permission: 'workers.write',
  input: workerInput,
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    await askWorker(tx, actor, id, {
      action: 'worker.quiet',
      asked: 'quiet',
      from: [null],
      otherwise: 'is quiet or stopping already',
    });
    changed('workers');
    return { id };
  },
});

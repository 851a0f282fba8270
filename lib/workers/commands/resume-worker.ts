import { command } from '@/lib/command';
import { askWorker, workerInput } from './ask-worker';

/** Lets a quiet worker take jobs again. */
export const resumeWorker = command({
  permission: 'workers.write',
  input: workerInput,
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    await askWorker(tx, actor, id, {
      action: 'worker.resume',
      asked: null,
      from: ['quiet'],
      otherwise: 'is not quiet',
    });
    changed('workers');
    return { id };
  },
});

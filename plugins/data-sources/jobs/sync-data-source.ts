import { JobFailed, JobRunner } from '@/lib/jobs';
import { YardmasterError } from '@/lib/plugins';
import { type SyncResult, syncSource } from '../sync/sync-source';

/** Makes the stored files of a data source the same as those at its place. */
export class SyncDataSourceJob extends JobRunner {
  static override meta = {
    name: 'Sync data source',
    description:
      'Reads the files of a data source and stores what is new or changed; what is gone is deleted.',
    timeout: 1800,
  };

  async run(): Promise<SyncResult> {
    const { instance } = this.job;
    if (!instance)
      throw new JobFailed('Expected a data source to sync: start this job from the page of one.');
    try {
      return await syncSource(instance.id, {
        signal: this.signal,
        log: this.logger,
        progress: (done, total, text) => this.progress(done, total, text),
      });
    } catch (error) {
      this.signal.throwIfAborted();
      if (error instanceof YardmasterError) throw new JobFailed(error.message, { cause: error });
      throw error;
    }
  }
}

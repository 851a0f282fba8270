import { z } from 'zod';
import { JobRunner } from '@/lib/jobs';
import { runBulkOperation } from '@/lib/plugins';

/** Does what an operator asked for to many jobs at once. Whatever interrupts it, the next attempt goes on where it stopped. */
export class BulkOperationJob extends JobRunner<typeof BulkOperationJob.args> {
  static override meta = {
    name: 'Bulk operation',
    description:
      'Cancels, retries or deletes all jobs that pass a filter, in batches. Made by the jobs list.',
    timeout: 6 * 60 * 60,
    retries: 3,
    backoff: { type: 'fixed' as const, delayMs: 2_000 },
  };
  static args = z.object({ operation: z.uuid() });

  async run({
    operation,
  }: z.output<typeof BulkOperationJob.args>): Promise<{ changed: number; skipped: number }> {
    const { changed, skipped } = await runBulkOperation(operation, async ({ changed, skipped, matched }) => {
      await this.progress(changed + skipped, matched ?? 0, `${changed} changed, ${skipped} skipped`);
      this.signal.throwIfAborted();
    });
    this.logger.info('%d jobs changed, %d skipped', changed, skipped);
    return { changed, skipped };
  }
}

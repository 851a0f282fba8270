import type { QueueWorker } from '@/lib/queues/queries';

/** The live workers that serve a queue, as `host:pid`. */
export function QueueWorkers({ workers }: { workers: readonly QueueWorker[] }) {
  if (workers.length === 0) return <span className="dim">–</span>;
  const names = workers.map(({ host, pid }) => `${host}:${pid}`).join(', ');
  return (
    <span className="mono" title={names}>
      {names}
    </span>
  );
}

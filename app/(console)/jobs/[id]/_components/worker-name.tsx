import { shortId } from '@/components/ui/short-id';
import type { AttemptWorker } from '@/lib/jobs/queries/job-detail';

/** A worker by host and process id; by its own id once its row is gone. */
export function WorkerName({ worker }: { worker: AttemptWorker | null }) {
  if (!worker) return <>an unknown worker</>;
  return (
    <span title={worker.id}>
      {worker.host ? `${worker.host} (${worker.pid})` : `worker ${shortId(worker.id)}`}
    </span>
  );
}

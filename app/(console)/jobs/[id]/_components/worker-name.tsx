import Link from 'next/link';
import { shortId } from '@/components/ui/short-id';
import type { AttemptWorker } from '@/lib/jobs/queries/job-detail';

/** A worker by host and process id, leading to its page; by its own id once its row is gone. */
export function WorkerName({ worker }: { worker: Omit<AttemptWorker, 'silent'> | null }) {
  if (!worker) return <>an unknown worker</>;
  if (!worker.host) return <span title={worker.id}>worker {shortId(worker.id)}</span>;
  return (
    <Link href={`/workers/${worker.id}`} prefetch={false} title={worker.id}>
      {worker.host} ({worker.pid})
    </Link>
  );
}

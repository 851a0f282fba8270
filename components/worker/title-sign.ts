import type { WorkerSummary } from '@/lib/workers/queries';

/** How a worker is, in the one character that a tab has room for. */
export function titleSignOf({
  state,
  asked,
  trouble,
}: Pick<WorkerSummary, 'state' | 'asked' | 'trouble'>): string {
  if (state === 'lost' || state === 'silent') return '✕';
  if (state === 'ended') return '■';
  if (trouble !== null) return '⚠';
  return asked === null ? '●' : '⏸';
}

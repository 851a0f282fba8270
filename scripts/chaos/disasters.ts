import { setTimeout as pause } from 'node:timers/promises';
import { findViolations } from '@/lib/doctor/find-violations';
import { printFindings } from '@/lib/doctor/print-findings';
import { YardmasterError } from '@/lib/errors';
import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { poolSql } from '@/lib/jobs/store/sql';
import { pauseQueue } from '@/lib/queues/commands/pause-queue';
import { resumeQueue } from '@/lib/queues/commands/resume-queue';
import { administrator } from '@/lib/worker/testing/administrator';
import { redisCommand } from '../setup/redis-command';
import type { Random } from './random';

/** How often each thing that is not a kill was done. */
export interface DisasterCounts {
  flushes: number;
  pauses: number;
  cancels: number;
}

/** The transport loses every message. */
export async function loseMessages(redisPort: number | null): Promise<void> {
  if (redisPort !== null) await redisCommand(redisPort, 'FLUSHALL');
  else await poolSql('DELETE FROM bullmq.job', []);
}

/**
 * Pauses a queue for a while and resumes it.
 * @returns what started in it meanwhile, as text; null: nothing did.
 */
export async function pauseForAWhile(random: Random): Promise<string | null> {
  const queue = random.pick(['high', 'default', 'low']);
  await pauseQueue(administrator, { queue });
  await pause(random.between(500, 3_000));
  const started = await findViolations({ redisUrl: false, only: ['paused-queue-starts-nothing'] });
  await resumeQueue(administrator, { queue });
  return started.length > 0 ? printFindings(started) : null;
}

/** Cancels a job that lives, whatever it is at. Returns whether it still could be. */
export async function cancelSome(random: Random): Promise<boolean> {
  const live = await poolSql<{ id: string }>(
    `SELECT j.id FROM job j WHERE j.status IN ('pending', 'scheduled', 'running') ORDER BY j.id LIMIT 50`,
    [],
  );
  if (live.length === 0) return false;
  try {
    await cancelJob(administrator, { id: random.pick(live).id });
    return true;
  } catch (error) {
    if (error instanceof YardmasterError && ['conflict', 'not_found'].includes(error.code)) return false;
    throw error;
  }
}

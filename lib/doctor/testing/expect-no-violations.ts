import { setTimeout as pause } from 'node:timers/promises';
import { YardmasterError } from '@/lib/errors';
import { findViolations, type LookOptions } from '../find-violations';
import { printFindings } from '../print-findings';

const POLL_MS = 100;
const DEADLINE_MS = 20_000;

/**
 * Waits until every invariant holds, judged without any grace time: what the engine mends by itself it has mended
 * by then. @throws Error that tells the violations still there after `ms` (default 20 s).
 */
export async function expectNoViolations(options: LookOptions = {}, ms = DEADLINE_MS): Promise<void> {
  for (const until = Date.now() + ms; ; await pause(POLL_MS)) {
    const violations = await findViolations({ patience: 0, ...options }).catch((error: unknown) => {
      // The killed workers of an earlier scenario count as live until they have been silent for a while.
      if (error instanceof YardmasterError && error.code === 'configuration' && Date.now() < until)
        return null;
      throw error;
    });
    if (violations?.length === 0) return;
    if (violations && Date.now() > until)
      throw new Error(`Invariants do not hold after ${ms} ms:\n${printFindings(violations)}`);
  }
}

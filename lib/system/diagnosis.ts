import { examine, type Finding } from '@/lib/doctor/examine';
import { invariants } from '@/lib/doctor/invariants';
import { YardmasterError } from '@/lib/errors';
import { boundedQuery } from '@/lib/jobs/queries/bounded-query';

/** How many of the newest jobs are read where no index names the suspects, and how long one statement may take. */
const DEPTH = 5_000;
const LIMIT_MS = 5_000;
const MOST_ROWS = 20;

export interface Diagnosis {
  /** ISO 8601: when the tables were looked at. */
  at: string;
  /** How many invariants were looked at. */
  looked: number;
  /** So many of the newest jobs were read, beside all that live. */
  depth: number;
  findings: Finding[];
}

const tooLong = (cause: unknown) =>
  cause instanceof YardmasterError && cause.code === 'limit_exceeded'
    ? new YardmasterError(
        'limit_exceeded',
        `Looking took longer than ${LIMIT_MS / 1000} s and was stopped. npm run doctor takes the time it needs.`,
        { cause },
      )
    : null;

let underWay: Promise<Diagnosis> | undefined;

/**
 * What the doctor finds in the tables. The transport is left to `npm run doctor`: the console does without it. Reads alone, each
 * statement at most five seconds; whoever asks while it is under way gets the same answer.
 * @throws YardmasterError `limit_exceeded` when a statement took longer
 */
export function diagnose(): Promise<Diagnosis> {
  underWay ??= look().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function look(): Promise<Diagnosis> {
  const at = new Date().toISOString();
  const findings = await examine({
    sql: (text, params) => boundedQuery(text, [...params], LIMIT_MS),
    transports: [],
    depth: DEPTH,
    patience: 1,
  }).catch((error: unknown) => {
    throw tooLong(error) ?? error;
  });
  return {
    at,
    looked: invariants.length,
    depth: DEPTH,
    findings: findings.map((finding) => ({ ...finding, rows: finding.rows.slice(0, MOST_ROWS) })),
  };
}

import type { Invariant, Look, Row } from './invariant';
import { invariants } from './invariants';

/** What was found about one invariant. */
export interface Finding {
  invariant: string;
  describe: string;
  level: 'violation' | 'info';
  /** Whether `repair` knows how to mend it. */
  mendable: boolean;
  rows: readonly Row[];
}

export const chosen = (only: readonly string[] | undefined): readonly Invariant[] =>
  invariants.filter(({ name }) => only?.includes(name) ?? true);

/** Looks at the invariants, one after the other. Knows no transport but those it is given. */
export async function examine(at: Look, only?: readonly string[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, describe, level, find, repair: mend } of chosen(only)) {
    const rows = await find(at);
    if (rows.length > 0) findings.push({ invariant: name, describe, level, mendable: Boolean(mend), rows });
  }
  return findings;
}

import { registry } from '@/lib/jobs/registry';
import { rhythmInWords } from './rhythm';

/** The parts of a stored schedule that its code declares as well. */
interface DeclaredPart {
  name: string;
  intervalMinutes: number | null;
  cron: string | null;
  queue: string;
  overlap: 'skip' | 'queue' | 'allow';
  catchUp: 'one' | 'none' | 'all';
  notifications: 'always' | 'on_failure' | 'never';
  args: unknown;
}

/** One thing that the code says otherwise than what is in force, both in words. */
export interface Drift {
  field: string;
  code: string;
  inForce: string;
}

/**
 * What the code says of a system job's schedule: what it declared at the start of a worker, and what its runner's meta
 * says where this process knows the runner. Null for a schedule that no code declares.
 */
export async function codeOf(row: {
  runner: string;
  declared: unknown;
}): Promise<Partial<DeclaredPart> | null> {
  const { intervalMinutes, queue } = (row.declared ?? {}) as { intervalMinutes?: unknown; queue?: unknown };
  if (typeof intervalMinutes !== 'number' || typeof queue !== 'string') return null;
  const meta = (await registry()).find(row.runner)?.meta;
  const { name, overlap, catchUp, notifications } = meta ?? {};
  return {
    ...{ intervalMinutes, cron: null, queue },
    ...(meta ? { name, overlap, catchUp, notifications, args: {} } : {}),
  } as Partial<DeclaredPart>;
}

/** Field by field, what the code of a system job says otherwise; empty for a schedule that no code declares. */
export async function driftOf(
  row: DeclaredPart & { runner: string; declared: unknown; timeZone: string },
): Promise<Drift[]> {
  const code = await codeOf(row);
  return code ? driftBetween(code, row) : [];
}

/** Pure. Arguments are named, never shown: they may be secret. */
export function driftBetween(code: Partial<DeclaredPart>, row: DeclaredPart & { timeZone: string }): Drift[] {
  const drift: Drift[] = [];
  const add = (field: string, code: string, inForce: string) => drift.push({ field, code, inForce });
  const { intervalMinutes = null } = code;
  if (row.cron !== null || row.intervalMinutes !== intervalMinutes)
    add('When', rhythmInWords({ intervalMinutes, cron: null, timeZone: 'UTC' }), rhythmInWords(row));
  for (const field of PLAIN) {
    const said = code[field];
    if (said !== undefined && said !== row[field])
      add(LABELS[field], WORDS[said] ?? said, wordsOf(row[field]));
  }
  if (code.args !== undefined && JSON.stringify(row.args) !== '{}') add('Arguments', 'none', 'some');
  return drift;
}

const PLAIN = ['name', 'queue', 'overlap', 'catchUp', 'notifications'] as const;

const LABELS: Record<(typeof PLAIN)[number], string> = {
  name: 'Name',
  queue: 'Queue',
  overlap: 'When the run before still lives',
  catchUp: 'After downtime',
  notifications: 'Notifications',
};

const WORDS: Readonly<Record<string, string>> = {
  skip: 'skip the new one',
  allow: 'run them side by side',
  one: 'one run',
  none: 'no run',
  all: 'every missed run',
  always: 'always',
  on_failure: 'on failure',
  never: 'never',
};

const wordsOf = (value: string): string => WORDS[value] ?? value;

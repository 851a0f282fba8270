import { z } from 'zod';
import { parseInput } from '@/lib/command';
import type { Tx } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { sayIssue, sayIssues } from '@/lib/say-issues';
import { jsonText, MAX_ARGS_BYTES } from '../json-input';
import type { ObjectRef } from '../object-ref';
import { type RegisteredRunner, type Registry, registry } from '../registry';
import type { JobRunnerClass } from '../runner';
import { parseCron } from '../schedule/cron';
import type { Rhythm } from '../schedule/rhythm';

export interface EnqueueOptions<Args = Record<string, unknown>> {
  /** What `run` receives; checked against the runner's `args` schema now and again when it runs. Default `{}`. */
  args?: Args;
  /** The record that the job is about. */
  instance?: ObjectRef;
  /** Who asked for it: a user's id, or an object with one. */
  user?: string | { id: string } | null;
  /** The earliest time to run. Default: now. */
  scheduleAt?: Date;
  /** Run in this process, now; the promise waits for the end. */
  immediate?: boolean;
  /** Default: the runner's `meta.queue`. */
  queueName?: string;
  /** Whom to tell: `always`, `on_failure`, `never`. Default: the runner's. */
  notifications?: 'always' | 'on_failure' | 'never';
  /** Shown in lists. Default: the runner's name. */
  name?: string;
  /** Minutes between occurrences, a whole number from 1 on: makes a schedule. */
  interval?: number;
  /** Five fields, such as `0 2 * * *`: makes a schedule. */
  cron?: string;
  /** IANA zone of `cron`, such as `Europe/Paris`. Default `UTC`. */
  timeZone?: string;
  /** Join this Prisma transaction: no commit, no job. */
  tx?: Tx;
}

/** Options that have been checked, with every default in place. */
export interface Request {
  entry: RegisteredRunner;
  argsText: string;
  instance: ObjectRef | undefined;
  userId: string | null;
  scheduleAt: Date | undefined;
  queue: string;
  notifications: 'always' | 'on_failure' | 'never';
  name: string;
  rhythm: Rhythm | undefined;
  /** What its schedule does where it differs from the runner's meta. */
  overlap?: 'skip' | 'queue' | 'allow';
  catchUp?: 'one' | 'none' | 'all';
  againOfId?: string;
}

const known = z.strictObject({
  args: z.unknown().optional(),
  instance: z.object({ type: z.string(), id: z.union([z.string(), z.number(), z.bigint()]) }).optional(),
  user: z.union([z.string(), z.object({ id: z.string() })]).nullish(),
  scheduleAt: z.date({ error: 'expected a valid Date' }).optional(),
  immediate: z.boolean().optional(),
  queueName: z.string().optional(),
  notifications: z.enum(['always', 'on_failure', 'never']).optional(),
  name: z.string().min(1).max(200).optional(),
  interval: z
    .number()
    .int('expected a whole number of minutes')
    .min(1, 'expected at least 1 minute')
    .optional(),
  cron: z.string().optional(),
  timeZone: z.string().optional(),
  tx: z.custom<Tx>().optional(),
});

const wrong = (message: string, fields: Record<string, string> = {}) =>
  new YardmasterError('invalid_input', message, { fields });

/** Checks everything before anything is written. @throws YardmasterError `invalid_input`. */
export async function parseRequest(
  runner: JobRunnerClass,
  options: EnqueueOptions<unknown>,
): Promise<Request> {
  return checkRequest(await registry(), runner, options);
}

/** The same, for many of them, once the registry is at hand. */
export function checkRequest(
  known_: Registry,
  runner: JobRunnerClass,
  options: EnqueueOptions<unknown>,
): Request {
  const given = parseInput(known, options);
  const entry = known_.addRunner(runner);
  if (given.immediate && given.scheduleAt)
    throw wrong('immediate and scheduleAt exclude each other: a job runs either now or then.');
  if (given.immediate && (given.interval || given.cron))
    throw wrong('immediate makes one job; it cannot be given an interval or cron.');
  const queue = given.queueName ?? entry.meta.queue;
  if (!known_.queues.includes(queue)) {
    throw wrong(`There is no queue "${queue}"; expected one of ${known_.queues.join(', ')}.`);
  }
  return {
    entry,
    argsText: parseArgs(entry, given.args),
    instance: parseInstance(known_, given.instance),
    userId: typeof given.user === 'object' ? (given.user?.id ?? null) : (given.user ?? null),
    scheduleAt: given.scheduleAt,
    queue,
    notifications: given.notifications ?? entry.meta.notifications,
    name: given.name ?? entry.meta.name,
    rhythm: parseRhythm(given),
  };
}

/** The arguments as JSON text, once they fit the runner's schema. What is stored is what was given: `run` parses it anew. */
function parseArgs({ runner, key }: RegisteredRunner, args: unknown = {}): string {
  const text = jsonText(`The arguments of ${key}`, args, MAX_ARGS_BYTES);
  const result = runner.args?.safeParse(args);
  if (result && !result.success) {
    throw new YardmasterError(
      'invalid_input',
      `The arguments of ${key} do not fit its schema: ${sayIssues(result.error)}`,
      {
        fields: Object.fromEntries(
          result.error.issues.map((issue) => [['args', ...issue.path].join('.'), sayIssue(issue)]),
        ),
      },
    );
  }
  return text;
}

function parseInstance(
  known: Registry,
  instance: { type: string; id: string | number | bigint } | undefined,
): ObjectRef | undefined {
  if (!instance) return undefined;
  if (!known.findObjectType(instance.type)) {
    const types = known.objectTypes.map(({ type }) => type).join(', ') || 'none is registered';
    throw wrong(`There is no object type "${instance.type}"; expected one of: ${types}.`);
  }
  return { type: instance.type, id: String(instance.id) };
}

function parseRhythm(given: { interval?: number; cron?: string; timeZone?: string }): Rhythm | undefined {
  if (given.interval !== undefined && given.cron !== undefined)
    throw wrong('interval and cron exclude each other.');
  if (given.timeZone !== undefined && given.cron === undefined) throw wrong('timeZone goes with cron.');
  if (given.interval !== undefined) return { intervalMinutes: given.interval };
  if (given.cron === undefined) return undefined;
  const timeZone = given.timeZone ?? 'UTC';
  if (!parseCron(given.cron, timeZone).nextRun()) {
    const message = `"${given.cron}" never comes.`;
    throw wrong(message, { cron: message });
  }
  return { cron: given.cron, timeZone };
}

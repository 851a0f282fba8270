import { z } from 'zod';
import { YardmasterError } from '@/lib/errors';

const SECOND = 1000;

/**
 * How long to wait before retry number `n` (1 is the first retry).
 * `fixed`: `delayMs` each time. `exponential`: `delayMs * 2^(n-1)`, at most `maxMs` (default one hour), with up to
 * `jitter` (0 to 1, default 0.2) of it taken off at random.
 */
export type Backoff =
  | { type: 'fixed'; delayMs: number }
  | { type: 'exponential'; delayMs: number; maxMs?: number; jitter?: number };

const backoff = z.discriminatedUnion('type', [
  z.object({ type: z.literal('fixed'), delayMs: z.number().int().min(0) }),
  z.object({
    type: z.literal('exponential'),
    delayMs: z.number().int().min(1),
    maxMs: z.number().int().min(1).optional(),
    jitter: z.number().min(0).max(1).optional(),
  }),
]);

const meta = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  description: z.string().max(2000).default(''),
  queue: z.string().min(1).default('default'),
  timeout: z
    .number()
    .positive()
    .max(7 * 24 * 3600)
    .default(300),
  retries: z.number().int().min(0).max(100).default(0),
  backoff: z
    .union([backoff, z.custom<(retry: number) => number>((value) => typeof value === 'function')])
    .default({
      type: 'exponential',
      delayMs: 5 * SECOND,
    }),
  notifications: z.enum(['always', 'on_failure', 'never']).default('always'),
  isolate: z.boolean().default(false),
  overlap: z.enum(['skip', 'queue', 'allow']).default('skip'),
  catchUp: z.enum(['one', 'none', 'all']).default('one'),
});

/**
 * What a runner may say about itself, all optional: `name` (default: the class's name), `description`,
 * `queue` (default `default`), `timeout` in seconds (default 300), `retries` after a failed attempt (default 0),
 * `backoff` (default exponential from 5 s; or a function from the retry's number to milliseconds),
 * `notifications` (default `always`), `isolate` (default false: run in a child process that can be killed),
 * `overlap` (default `skip`) and `catchUp` (default `one`) for its schedules.
 */
export type RunnerMeta = z.input<typeof meta>;
export type ResolvedMeta = z.output<typeof meta> & { name: string };

/** Checks a runner's meta and fills in the defaults. @throws YardmasterError `configuration` naming the class. */
export function resolveMeta(className: string, given: RunnerMeta): ResolvedMeta {
  const result = meta.safeParse(given);
  if (!result.success) {
    throw new YardmasterError(
      'configuration',
      `${className}.meta is not valid:\n${z.prettifyError(result.error)}`,
    );
  }
  return { ...result.data, name: result.data.name ?? className };
}

/** Milliseconds to wait before retry number `retry` (1 is the first). */
export function backoffMs(policy: ResolvedMeta['backoff'], retry: number, random = Math.random): number {
  if (typeof policy === 'function') return Math.max(0, Math.round(policy(retry)));
  if (policy.type === 'fixed') return policy.delayMs;
  const { delayMs, maxMs = 3600 * SECOND, jitter = 0.2 } = policy;
  const full = Math.min(delayMs * 2 ** (retry - 1), maxMs);
  return Math.round(full * (1 - jitter * random()));
}

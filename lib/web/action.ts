/**
 * Server actions, made in one way only. An `actions.ts` beside a page reads:
 *
 *     'use server';
 *     export const cancelJobAction = defineAction(cancelJob);
 *
 * and a client component calls `await cancelJobAction({ id })` and looks at `result.ok`.
 */
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { type Command, parseInput } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { getActor } from './actor';
import { failureOf } from './failure';
import { requireSameOrigin } from './origin';
import type { ActionResult } from './result';

/** What the browser calls. `input` is whatever came over the wire: the command parses it. */
export type Action<Output> = (input?: unknown) => Promise<ActionResult<Output>>;

const made = new WeakSet<object>();

const commands = new WeakMap<object, Command<unknown>>();

/** The command behind an action; undefined for one that `definePublicAction` made. A test asks each for its permission. */
export const commandOf = (action: object): Command<unknown> | undefined => commands.get(action);

/** Whether `defineAction` or `definePublicAction` made this; a test asks it of every export of every actions.ts. */
export const isDefinedAction = (value: unknown): boolean => typeof value === 'function' && made.has(value);

/**
 * Turns a command into a server action: same origin, signed in, then the command with its own permission and parsing.
 * Resolves to a closed result and never rejects; what the command returns must be serialisable.
 */
export function defineAction<Output>(command: Command<Output>): Action<Output> {
  const action = define(async (input) => {
    const actor = await getActor();
    if (!actor) throw new YardmasterError('unauthenticated', 'You are signed out. Sign in and try again.');
    return command(actor, input);
  });
  commands.set(action, command);
  return action;
}

/**
 * An action for people who are not signed in, such as signing in itself. The same origin is still required. `leadsTo`: the
 * page that follows where a form sent it, as the browser itself does with a page that has not come alive yet.
 */
export function definePublicAction<Schema extends z.ZodType, Output>(definition: {
  input: Schema;
  run(input: z.output<Schema>, headers: Headers): Promise<Output>;
  leadsTo?: string;
}): Action<Output> {
  const { input: schema, run, leadsTo } = definition;
  return define(async (input, headers) => run(parseInput(schema, input), headers), leadsTo);
}

function define<Output>(
  run: (input: unknown, headers: Headers) => Promise<Output>,
  leadsTo?: string,
): Action<Output> {
  const attempt: Action<Output> = async (input) => {
    try {
      const received = await headers();
      requireSameOrigin(received);
      return { ok: true, data: await run(input, received) };
    } catch (error) {
      return { ok: false, error: failureOf(error, 'action') };
    }
  };
  const action: Action<Output> = async (input) => {
    const result = await attempt(input);
    if (leadsTo && result.ok && input instanceof FormData) redirect(leadsTo);
    return result;
  };
  made.add(action);
  return action;
}

/**
 * JSON reads, made in one way only. An `app/api/…/route.ts` reads:
 *
 *     export const GET = defineRoute({ permission: 'jobs.view', query: jobFilter, run: ({ query }) => listJobs(query) });
 */
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/permissions';
import { parseInput } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { failureOf, statusOf } from './failure';
import { refuseForeignRead } from './origin';
import { shareAnswer, shareSession } from './sharing';

/** The shape of a Next route handler. `params` holds the `[id]` parts of the path. */
export type RouteHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

const made = new WeakSet<object>();

/** Whether `defineRoute` or `defineStream` made this; a test asks it of every export of every route.ts. */
export const isDefinedRoute = (value: unknown): boolean => typeof value === 'function' && made.has(value);

export interface RouteContext<Query, Params> {
  actor: Actor;
  /** The id of the caller's session. */
  sessionId: string;
  /** The query string, parsed; a name given several times is an array. */
  query: Query;
  params: Params;
  request: Request;
}

interface RouteDefinition<Query extends z.ZodType, Params extends z.ZodType, Output> {
  permission: Permission;
  query?: Query;
  params?: Params;
  run(context: RouteContext<z.output<Query>, z.output<Params>>): Promise<Output>;
}

interface SharedDefinition<Query extends z.ZodType, Params extends z.ZodType, Output>
  extends RouteDefinition<Query, Params, Output> {
  /**
   * Where the answer hangs on the address and the permissions alone: for how many milliseconds one answer serves all who ask,
   * unless something changes. Somewhat less than a tab waits between two reads, so that one tab alone never gets an old one.
   */
  sharedMs?: number;
}

const nothing = z.object({});

/** A GET that answers with JSON: signed in, permitted, parsed. Failures are a `Failure` as JSON with its status. */
export function defineRoute<
  Output,
  Query extends z.ZodType = typeof nothing,
  Params extends z.ZodType = typeof nothing,
>(definition: SharedDefinition<Query, Params, Output>): RouteHandler {
  const { sharedMs } = definition;
  return define(definition, async (context) => {
    const read = () => definition.run(context);
    const { request, actor } = context;
    return Response.json(await (sharedMs ? shareAnswer(request.url, actor, sharedMs, read) : read()));
  });
}

/** As `defineRoute`, for answers that are no JSON: `run` makes the response itself. */
export function defineStream<
  Query extends z.ZodType = typeof nothing,
  Params extends z.ZodType = typeof nothing,
>(definition: RouteDefinition<Query, Params, Response>): RouteHandler {
  return define(definition, (context) => definition.run(context));
}

function define<Query extends z.ZodType, Params extends z.ZodType>(
  definition: Omit<RouteDefinition<Query, Params, unknown>, 'run'>,
  respond: (context: RouteContext<z.output<Query>, z.output<Params>>) => Promise<Response>,
): RouteHandler {
  const handler: RouteHandler = async (request, { params }) => {
    try {
      refuseForeignRead(request.headers);
      const session = await shareSession(request.headers);
      if (!session)
        throw new YardmasterError('unauthenticated', 'You are signed out. Sign in and try again.');
      requirePermission(session.actor, definition.permission);
      const response = await respond({
        actor: session.actor,
        sessionId: session.id,
        query: parseInput(definition.query ?? nothing, queryOf(request.url)) as z.output<Query>,
        params: parseInput(definition.params ?? nothing, (await params) ?? {}) as z.output<Params>,
        request,
      });
      response.headers.set('cache-control', response.headers.get('cache-control') ?? 'no-store');
      for (const cookie of session.setCookies) response.headers.append('set-cookie', cookie);
      return response;
    } catch (error) {
      const failure = failureOf(error, new URL(request.url).pathname);
      return Response.json(failure, {
        status: statusOf(failure.code),
        headers: { 'cache-control': 'no-store' },
      });
    }
  };
  made.add(handler);
  return handler;
}

function queryOf(url: string): Record<string, string | string[]> {
  const { searchParams } = new URL(url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

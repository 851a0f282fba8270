import type { z } from 'zod';
import { type Actor, requirePermission } from './auth/actor';
import type { Permission } from './auth/permissions';
import { config } from './config';
import { db, type Tx } from './db/client';
import { YardmasterError } from './errors';
import { publish, type Topic } from './events/publish';
import { sayIssue, sayIssues } from './say-issues';

/** A verb of the console: may this actor, is the input right, then all of it in one transaction. */
export type Command<Output> = (actor: Actor, input: unknown) => Promise<Output>;

/**
 * Makes a command. `run` does the conditional update and records the audit on `tx`; what it names with `changed` is
 * told to every browser once the transaction has committed, and then what it gave to `afterCommit` is called.
 */
export function command<Schema extends z.ZodType, Output>(definition: {
  permission: Permission;
  input: Schema;
  run(context: {
    actor: Actor;
    input: z.output<Schema>;
    tx: Tx;
    changed(...topics: Topic[]): void;
    afterCommit(work: () => void): void;
  }): Promise<Output>;
}): Command<Output> {
  return async (actor, raw) => {
    requirePermission(actor, definition.permission);
    refuseReadOnly();
    const input = parseInput(definition.input, raw);
    const topics: Topic[] = [];
    const changed = (...more: Topic[]): void => void topics.push(...more);
    const works: (() => void)[] = [];
    const afterCommit = (work: () => void): void => void works.push(work);
    const output = await db().$transaction((tx) =>
      definition.run({ actor, input, tx, changed, afterCommit }),
    );
    publish(...topics);
    for (const work of works) work();
    return output;
  };
}

/** @throws YardmasterError `forbidden` under READ_ONLY; for writes that are no command, such as accepting an invitation. */
export function refuseReadOnly(): void {
  if (config().readOnly)
    throw new YardmasterError('forbidden', 'This console is read-only: nothing can be changed here.');
}

/** Parses with a zod schema. @throws YardmasterError `invalid_input` whose `fields` names each problem by its path. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields = Object.fromEntries(
    result.error.issues.map((issue) => [issue.path.join('.'), sayIssue(issue)]),
  );
  throw new YardmasterError('invalid_input', sayIssues(result.error), { fields });
}

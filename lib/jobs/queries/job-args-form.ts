import { YardmasterError } from '@/lib/errors';
import type { Json } from '@/lib/masking/mask-secrets';
import { withoutSecrets } from '@/lib/masking/without-secrets';
import { type ArgsSchema, describeArgs } from '@/lib/runners/args-schema';
import { maskArgs } from '../payload-masking';
import { registry } from '../registry';
import type { JobRunnerClass } from '../runner';
import { poolSql } from '../store/sql';

/** What a form of a job's arguments is made from. */
export interface JobArgsForm {
  /** The schema of its runner as it is now; the fields that were secret say so. */
  form: ArgsSchema;
  /** Its arguments without their secrets. */
  args: Record<string, unknown>;
  /** Where secrets stood (`login.password`): they have to be typed again. */
  secrets: string[];
}

/** @throws YardmasterError `not_found`; `conflict` when no plugin here provides the runner, or there is nothing to change */
export async function getJobArgsForm(id: string): Promise<JobArgsForm> {
  const [job] = await poolSql<{ runner: string; args: Json }>('SELECT runner, args FROM job WHERE id = $1', [
    id,
  ]);
  if (!job) throw new YardmasterError('not_found', 'This job does not exist any more.');
  const entry = (await registry()).find(job.runner);
  if (!entry)
    throw new YardmasterError('conflict', `No plugin here provides the runner ${job.runner} any more.`);
  if (!hasArgsToEdit(entry.runner, job.args))
    throw new YardmasterError('conflict', 'This job has no arguments that a form could change.');
  const { value, secrets } = withoutSecrets(await maskArgs(job.runner, job.args));
  const { schema, ...rest } = describeArgs(entry.runner.args);
  return {
    form: { ...rest, schema: secrets.reduce(saySecret, schema) },
    args: (value ?? {}) as Record<string, unknown>,
    secrets,
  };
}

/** Whether a form makes sense: the arguments are an object, and some are given or declared. */
export function hasArgsToEdit(runner: JobRunnerClass, args: Json): boolean {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return false;
  if (Object.keys(args).length > 0) return true;
  const { declared, schema } = describeArgs(runner.args);
  return declared && Object.keys(schema.properties ?? {}).length > 0;
}

const SECRET = 'Secret, so it is not filled in: type it again.';

/** The schema in which the field at `path` says why it is empty; unchanged where it has no field of its own. */
function saySecret(schema: Record<string, unknown>, path: string): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.');
  const properties = schema.properties as Record<string, Record<string, unknown>> | undefined;
  const child = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!child) return schema;
  const said =
    rest.length > 0 && child.properties
      ? saySecret(child, rest.join('.'))
      : { ...child, description: [child.description, SECRET].filter(Boolean).join(' ') };
  return { ...schema, properties: { ...properties, [name]: said } };
}

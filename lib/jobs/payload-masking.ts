/**
 * Who is sent what of a job's payload. Payload is what a job was given and gave back: its arguments, its result, the arguments
 * of a schedule. It goes only to those with `payloads.view`; what an error quotes of it is withheld from everybody else as well.
 * The log is not payload: its runner wrote it for whoever may see the job.
 * Secrets go to nobody: not by name (`password`, `api_key`, …), not where the runner's schema says `.meta({ secret: true })`,
 * not inside a text that has the form of one, and not where an error or a log repeats a secret argument.
 */
import type { Actor } from '@/lib/auth/actor';
import { pool } from '@/lib/db/client';
import { type Json, maskSecrets, textsOf } from '@/lib/masking/mask-secrets';
import { isSecretKey, MASKED } from '@/lib/masking/secret-keys';
import { secretSchemaOf } from '@/lib/masking/secret-schema';
import { maskText } from '@/lib/masking/secret-text';
import { registry } from './registry';

/** Whoever reads: `payloads` says whether they hold `payloads.view`. */
export interface PayloadReader {
  payloads: boolean;
}

/** The reader who is shown the least; the default wherever nobody says who reads. */
export const WITHOUT_PAYLOADS: PayloadReader = { payloads: false };

export const payloadReader = (actor: Actor): PayloadReader => ({
  payloads: actor.permissions.has('payloads.view'),
});

/** What stands in place of an argument that an error quotes. */
export const WITHHELD = '[withheld]';

// Shorter texts are words that occur anywhere.
const LEAST_QUOTED = 4;
const MOST_QUOTED = 500;

/** A job's or schedule's arguments as anybody may see them who has `payloads.view`. */
export async function maskArgs(runner: string, args: Json): Promise<Json> {
  return maskSecrets(args, await secretsOf(runner));
}

/** A job's result as anybody may see it who has `payloads.view`. */
export const maskResult = (data: Json): Json => maskSecrets(data);

/**
 * How texts that a job wrote (errors, stacks, progress) are shown to a reader: without secrets, without what they repeat of
 * its secret arguments, and, to readers without `payloads.view`, without what they repeat of any argument.
 */
export async function textMask(
  runner: string,
  args: Json,
  reader: PayloadReader,
): Promise<(text: string) => string> {
  const secrets = new Set<string>();
  maskSecrets(args, await secretsOf(runner), (secret) => secrets.add(secret));
  const others = reader.payloads ? [] : textsOf(args).filter((text) => !secrets.has(text));
  const quoted = [...pairs(secrets, MASKED), ...pairs(others, WITHHELD)];
  return (text) => quoted.reduce((shown, [part, instead]) => shown.replaceAll(part, instead), maskText(text));
}

/** How the lines of one job's log are shown to anybody. */
export async function logMask(jobId: string): Promise<(text: string) => string> {
  const { rows } = await pool().query<{ runner: string; args: Json }>(
    'SELECT runner, args FROM job WHERE id = $1',
    [jobId],
  );
  return rows[0] ? textMask(rows[0].runner, rows[0].args, { payloads: true }) : maskText;
}

/** Whether arguments at this path (`['site', 'token']`) are secret, so that no search may ask for them. */
export async function isSecretPath(runner: string | null, path: readonly string[]): Promise<boolean> {
  if (path.some(isSecretKey)) return true;
  const schema = runner === null ? undefined : await secretsOf(runner);
  if (!schema) return false;
  let nodes = [schema.root];
  for (const key of path) {
    if (nodes.some(schema.isSecret)) return true;
    nodes = nodes.flatMap((node) => schema.childrenOf(node, key));
  }
  return nodes.some(schema.isSecret);
}

async function secretsOf(runner: string) {
  const schema = (await registry()).find(runner)?.runner.args;
  return schema && secretSchemaOf(schema);
}

function pairs(texts: Iterable<string>, instead: string): [part: string, instead: string][] {
  const long = [...new Set(texts)].filter((text) => text.length >= LEAST_QUOTED).slice(0, MOST_QUOTED);
  // The longest first: a short one may be a part of it.
  return long.sort((a, b) => b.length - a.length).map((text) => [text, instead]);
}

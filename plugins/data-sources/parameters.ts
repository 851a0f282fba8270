import { z } from 'zod';
import { parseInput, seal, YardmasterError } from '@/lib/plugins';
import type { DataSourceInput } from './schema';
import { type SourceType, secretFieldsOf } from './source-type';
import { openSecrets } from './sync/stored-source';

/** What is stored of a source's parameters: the open ones as they are, the secret ones sealed. */
export interface StoredParameters {
  parameters: Record<string, string | number | boolean | null>;
  secrets: string | null;
}

/** What a source holds before it is saved anew. */
interface Before {
  type: string;
  url: string;
  secrets: string | null;
}

/**
 * Checks the parameters that the form sent and merges the stored secrets: an empty one keeps what is stored, unless
 * the type or the host changed. @throws YardmasterError `invalid_input` with fields such as `parameters.branch`.
 */
export function mergeParameters(
  type: SourceType,
  url: string,
  input: DataSourceInput,
  before: Before | null,
): StoredParameters {
  const names = secretFieldsOf(type);
  const kept = before?.type === type.key ? openSecrets(before.secrets) : {};
  const secrets: Record<string, string> = {};
  for (const name of names) {
    const given = input.parameters[name];
    const secret = given === undefined || given === '' ? kept[name] : given;
    if (input.clearSecrets.includes(name) || secret === undefined) continue;
    if (given !== secret && before && !isSameOrigin(before.url, url)) throw askAgain(name);
    secrets[name] = z.string().parse(secret);
  }
  const wrapped = z.object({ parameters: type.parameters });
  const { parameters } = parseInput(wrapped, {
    parameters: { ...without(input.parameters, names), ...secrets },
  });
  return {
    parameters: without(parameters, names) as StoredParameters['parameters'],
    secrets: Object.keys(secrets).length > 0 ? seal(JSON.stringify(secrets)) : null,
  };
}

function without(values: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

function isSameOrigin(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return one === other;
  return new URL(one).origin === new URL(other).origin;
}

// Else whoever may edit a source could have its secret sent to a host of their own.
function askAgain(name: string): YardmasterError {
  const message = 'Enter it again: the address leads to another host now.';
  return new YardmasterError('invalid_input', message, { fields: { [`parameters.${name}`]: message } });
}

import type { Failure } from './result';

/** A read that failed, with what the server said about it. Thrown to TanStack Query. */
export class ReadError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'ReadError';
    this.failure = failure;
  }
}

/**
 * Reads a route made by `defineRoute`, in the browser. Dates arrive as ISO strings.
 * @throws ReadError also when the console can't be reached at all (code `unavailable`)
 */
export async function fetchJson<Data>(path: string, signal?: AbortSignal): Promise<Data> {
  let response: Response;
  try {
    response = await fetch(path, { signal: signal ?? null, headers: { accept: 'application/json' } });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unavailable('The console cannot be reached. Is the web process running?');
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as Data;
  throw isFailure(body)
    ? new ReadError(body)
    : unavailable(`The console answered with HTTP ${response.status}.`);
}

const unavailable = (message: string) => new ReadError({ code: 'unavailable', message, fields: {} });

const isFailure = (body: unknown): body is Failure =>
  typeof body === 'object' && body !== null && 'code' in body && 'message' in body && 'fields' in body;

import { type Agent, request } from 'undici';
import { config, YardmasterError } from '@/lib/plugins';
import { parseNetworks } from './addresses';
import { answerBody } from './answer-body';
import { outgoingFailure } from './failures';
import { guardedAgent } from './guarded-agent';
import { assertHttp, headersFor, MAX_REDIRECTS, redirectTarget } from './redirect';

const MAX_BYTES = 200_000_000;
const TIMEOUT_MS = 10 * 60_000;

export interface OutgoingRequest {
  url: string | URL;
  /** Default: GET. Only GET follows redirects. */
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: Buffer;
  signal: AbortSignal;
  /** Most bytes of the answer, decoded. Default: 200 MB. */
  maxBytes?: number;
  /** From the first connection to the last byte, in ms. Default: 10 minutes. */
  timeoutMs?: number;
}

export interface OutgoingAnswer {
  /** Where the answer came from, after redirects. */
  url: URL;
  status: number;
  headers: Record<string, string>;
  /** Read it, to its end or until a `break`, or `discard()` it: each frees the connection. */
  body: AsyncIterable<Uint8Array>;
  discard(): void;
}

let held: Agent | undefined;
const configuredAgent = (): Agent => {
  held ??= guardedAgent(parseNetworks(config().dataSourceNetworks));
  return held;
};

/**
 * The only way in which a data source may use HTTP: to public addresses and to those of DATA_SOURCE_NETWORKS, at
 * most five redirects, each checked anew, credentials only to the origin they are meant for, with limits of size and time.
 * @throws YardmasterError with a sentence that names the host; the signal's reason when it is aborted.
 */
export async function outgoingRequest(
  outgoing: OutgoingRequest,
  agent: Agent = configuredAgent(),
): Promise<OutgoingAnswer> {
  const origin = new URL(outgoing.url);
  const timeoutMs = outgoing.timeoutMs ?? TIMEOUT_MS;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([outgoing.signal, timeout]);
  let url = origin;
  try {
    for (let redirects = 0; ; redirects++) {
      assertHttp(url);
      const answer = await send(url, origin, outgoing, signal, agent);
      const target = redirectTarget(answer.status, answer.headers.location, url);
      if (!target || outgoing.method === 'POST') return { ...answer, body: timed(answer.body) };
      answer.discard();
      if (redirects === MAX_REDIRECTS) {
        throw new YardmasterError(
          'unavailable',
          `${origin.host} redirects more than ${MAX_REDIRECTS} times.`,
        );
      }
      url = target;
    }
  } catch (error) {
    throw explained(error);
  }

  async function* timed(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    try {
      yield* body;
    } catch (error) {
      throw explained(error);
    }
  }

  function explained(error: unknown): unknown {
    if (outgoing.signal.aborted) return outgoing.signal.reason;
    if (timeout.aborted) {
      return new YardmasterError(
        'unavailable',
        `${url.host} timed out: not done after ${timeoutMs / 1000} s.`,
      );
    }
    return outgoingFailure(error, url.host);
  }
}

async function send(
  url: URL,
  origin: URL,
  outgoing: OutgoingRequest,
  signal: AbortSignal,
  dispatcher: Agent,
): Promise<OutgoingAnswer> {
  const answer = await request(url, {
    dispatcher,
    signal,
    method: outgoing.method ?? 'GET',
    headers: {
      'user-agent': 'yardmaster',
      'accept-encoding': 'identity',
      ...headersFor(url, origin, outgoing.headers ?? {}),
    },
    body: outgoing.body ?? null,
  });
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const body = answerBody(answer.body, {
    host: url.host,
    maxBytes: outgoing.maxBytes ?? MAX_BYTES,
    contentLength: headers['content-length'],
    contentEncoding: headers['content-encoding'],
    signal,
  });
  // Left unread, a body that is cut off has nobody to tell.
  answer.body.on('error', () => undefined);
  return { url, status: answer.statusCode, headers, body, discard: () => void answer.body.destroy() };
}

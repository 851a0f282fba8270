import { YardmasterError } from '@/lib/plugins';

const sentences: Record<string, (host: string) => string> = {
  ENOTFOUND: (host) => `The name ${host} could not be resolved.`,
  EAI_AGAIN: (host) => `The name ${host} could not be resolved: the name server did not answer.`,
  ECONNREFUSED: (host) => `${host} refused the connection.`,
  ECONNRESET: (host) => `${host} closed the connection before the answer was complete.`,
  UND_ERR_SOCKET: (host) => `${host} closed the connection before the answer was complete.`,
  EPIPE: (host) => `${host} closed the connection before the request was complete.`,
  EHOSTUNREACH: (host) => `There is no route to ${host}.`,
  ENETUNREACH: (host) => `There is no route to ${host}.`,
  ETIMEDOUT: (host) => `The connection to ${host} timed out.`,
  UND_ERR_CONNECT_TIMEOUT: (host) => `The connection to ${host} timed out.`,
  UND_ERR_HEADERS_TIMEOUT: (host) => `${host} timed out: no answer within the time limit.`,
  UND_ERR_BODY_TIMEOUT: (host) => `${host} timed out: it stopped sending in the middle of the answer.`,
};

/** What went wrong on the way to `host`, as an error whose message a person can act on. Unknown errors pass as they are. */
export function outgoingFailure(error: unknown, host: string): unknown {
  for (const cause of causesOf(error)) {
    if (cause instanceof YardmasterError) return cause;
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const sentence = sentences[code]?.(host);
    if (sentence) return new YardmasterError('unavailable', sentence, { cause: error });
    if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_|^EPROTO$/.test(code)) {
      return new YardmasterError('unavailable', `No secure connection to ${host}: ${cause.message}`, {
        cause: error,
      });
    }
    if (code.startsWith('HPE_') || code.startsWith('UND_ERR_')) {
      return new YardmasterError('unavailable', `${host} does not speak HTTP properly: ${cause.message}`, {
        cause: error,
      });
    }
  }
  return error;
}

// Several addresses tried at once fail as one AggregateError; the first failure tells the story.
function* causesOf(error: unknown): Generator<Error> {
  if (!(error instanceof Error)) return;
  if (error instanceof AggregateError) for (const each of error.errors) yield* causesOf(each);
  yield error;
  yield* causesOf(error.cause);
}

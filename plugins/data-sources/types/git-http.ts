import { STATUS_CODES } from 'node:http';
import type { HttpClient } from 'isomorphic-git';
import { outgoingRequest } from '../outgoing/request';

const INFO_REFS = '/info/refs';
const MAX_FAILURE_BYTES = 64_000;

/**
 * isomorphic-git's HTTP client on the guarded request. Answers are read whole before they are handed on (git holds
 * the pack in memory anyway), so that a broken or aborted answer fails here and not in the middle of git's streams.
 */
export function gitHttp(signal: AbortSignal): HttpClient {
  let moved: { from: string; to: string } | undefined;
  return {
    async request({ url, method, headers = {}, body }) {
      const target = new URL(
        moved && url.startsWith(moved.from) ? moved.to + url.slice(moved.from.length) : url,
      );
      const { authorization, Authorization = authorization, ...rest } = headers;
      const credentials: Record<string, string> =
        Authorization && target.origin === new URL(url).origin ? { authorization: Authorization } : {};
      const answer = await outgoingRequest({
        url: target,
        method: method === 'POST' ? 'POST' : 'GET',
        headers: { ...rest, ...credentials },
        body: body && (await collect(body)),
        signal,
      });
      // As git does: where the first request was sent on to, the following ones go at once.
      const [asked, arrived] = [target.href.split(INFO_REFS), answer.url.href.split(INFO_REFS)];
      if (asked[0] !== arrived[0] && arrived.length === 2)
        moved = { from: asked[0] ?? '', to: arrived[0] ?? '' };
      const content = await collect(answer.body, answer.status === 200 ? undefined : MAX_FAILURE_BYTES);
      return {
        url: answer.url.href,
        method,
        statusCode: answer.status,
        statusMessage: STATUS_CODES[answer.status] ?? '',
        headers: answer.headers,
        body: once(content),
      };
    },
  };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

async function collect(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(parts);
}

import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { YardmasterError } from '@/lib/plugins';
import { formatBytes } from '../format-bytes';
import { outgoingFailure } from './failures';

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body of an answer, decoded, at most `maxBytes` of it. */
export async function* answerBody(
  raw: Readable,
  answer: {
    host: string;
    maxBytes: number;
    contentLength?: string;
    contentEncoding?: string;
    signal: AbortSignal;
  },
): AsyncIterable<Uint8Array> {
  const { host, maxBytes, signal } = answer;
  const tooLarge = () =>
    new YardmasterError(
      'limit_exceeded',
      `${host} sends more than ${formatBytes(maxBytes)}, the limit of one download.`,
    );
  const body = decoded(raw, answer.contentEncoding);
  try {
    if (Number(answer.contentLength ?? 0) > maxBytes) throw tooLarge();
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw outgoingFailure(error, host);
  } finally {
    raw.destroy();
    body.destroy();
  }
}

// No encoding is asked for, but some stores send what they hold compressed all the same.
function decoded(raw: Readable, encoding: string | undefined): Readable {
  const decoder = decoders[encoding?.trim().toLowerCase() ?? '']?.();
  if (!decoder) return raw;
  pipeline(raw, decoder, () => undefined);
  return decoder;
}

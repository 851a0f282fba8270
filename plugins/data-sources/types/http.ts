import { open } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { archiveKind, unpack } from '../archives/archive';
import { formatBytes } from '../format-bytes';
import { type OutgoingAnswer, outgoingRequest } from '../outgoing/request';
import { type FetchContext, type Fetched, SourceType } from '../source-type';
import { relativePath } from '../sync/file-path';
import { checkHttpUrl, httpFailure } from './http-url';

const parameters = z.object({
  unpack: z.boolean().default(true).meta({
    title: 'Unpack archives',
    description: 'Take the files out of a .zip, .tar or .tar.gz; off: store the archive as one file.',
  }),
  skipTopFolder: z.boolean().default(false).meta({
    title: 'Skip the top folder',
    description: 'Leave out the first part of each path in an archive, such as project-1.2/.',
  }),
  user: z.string().trim().max(200).default('').meta({
    title: 'User',
    description: 'Empty: the secret is sent as a bearer token.',
  }),
  secret: z.string().max(4000).optional().meta({ title: 'Password or token', secret: true }),
});

type Context = FetchContext<z.output<typeof parameters>>;

/** A file at an HTTP(S) address, or the files of an archive there. */
export class HttpSource extends SourceType<typeof parameters> {
  readonly key = 'http';
  readonly label = 'HTTP download';
  readonly description = 'A file at an HTTP or HTTPS address, or the files of a zip or tar archive.';
  readonly urlExample = 'https://example.com/files.zip';
  readonly parameters = parameters;

  checkUrl(url: string): string {
    return checkHttpUrl(url, this.urlExample);
  }

  async fetch(context: Context): Promise<Fetched> {
    const { url, parameters, into, signal, log, progress } = context;
    log.info('Downloading %s', url);
    if (context.secrets.secret && url.startsWith('http:'))
      log.warning('User and secret travel unencrypted over http');
    const answer = await outgoingRequest({ url, headers: authorization(context), signal });
    if (answer.status !== 200) {
      answer.discard();
      const { host, pathname } = answer.url;
      throw httpFailure(host, pathname, answer.status, context.secrets.secret !== undefined);
    }
    const revision = answer.headers.etag ?? answer.headers['last-modified'];
    const name = fileName(answer, url);
    const kind = parameters.unpack ? archiveKind(name, answer.headers['content-type']) : null;
    if (kind === null) {
      await into.write(name, answer.body);
      await progress(1, 1, name);
    } else {
      const archive = path.join(context.scratch, 'archive');
      const bytes = await save(answer.body, archive);
      log.info('Unpacking %s (%s)', name, formatBytes(bytes));
      const rename = (entry: string) =>
        relativePath(parameters.skipTopFolder ? withoutTopFolder(entry) : entry);
      await unpack(kind, archive, { into, signal, log, progress, rename });
    }
    return { revision };
  }
}

function authorization({ parameters, secrets: { secret } }: Context): Record<string, string> {
  if (!secret) return {};
  if (!parameters.user) return { authorization: `Bearer ${secret}` };
  return { authorization: `Basic ${Buffer.from(`${parameters.user}:${secret}`).toString('base64')}` };
}

async function save(body: AsyncIterable<Uint8Array>, target: string): Promise<number> {
  const file = await open(target, 'wx');
  try {
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
    return bytes;
  } finally {
    await file.close();
  }
}

/** The name the server gives, else the last part of the address asked for. */
function fileName(answer: OutgoingAnswer, asked: string): string {
  const given = /filename="?([^";]+)"?/i.exec(answer.headers['content-disposition'] ?? '')?.[1];
  const last = given ?? new URL(asked).pathname;
  return safeDecode(last).split(/[/\\]/).at(-1)?.trim() || 'index';
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutTopFolder(entry: string): string {
  return entry.replace(/^(\.\/)*[^/]+\/(?=.)/, '');
}

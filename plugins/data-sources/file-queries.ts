import { z } from 'zod';
import { db, YardmasterError } from '@/lib/plugins';
import { type KeysetPage, keysetPage } from './keyset-page';
import type { ListFilter } from './schema';

const PAGE_SIZE = 100;
/** Bytes of a file up to which its content is shown: 1 MB. */
const MAX_SHOWN_BYTES = 1_000_000;

export interface DataFileSummary {
  id: string;
  path: string;
  /** In bytes. */
  size: number;
  /** When a sync last found it changed. ISO 8601. */
  updatedAt: string;
}

export interface DataFileDetail extends DataFileSummary {
  sha256: string;
  sourceId: string;
  sourceName: string;
  /** The content of a text of at most 1 MB; for any other file, which of the two it is. */
  content: { kind: 'text'; text: string } | { kind: 'binary' } | { kind: 'large' };
}

const SUMMARY = { id: true, path: true, size: true, updatedAt: true } as const;

/** A page of 100 files of a source by path. */
export async function listDataFiles(
  sourceId: string,
  filter: ListFilter,
): Promise<KeysetPage<DataFileSummary>> {
  const backwards = filter.before !== null;
  const cursor = filter.before ?? filter.after;
  const rows = await db().dataFile.findMany({
    where: {
      sourceId,
      ...(filter.search && { path: { contains: filter.search, mode: 'insensitive' } }),
      ...(cursor !== null && { AND: { path: backwards ? { lt: cursor } : { gt: cursor } } }),
    },
    orderBy: { path: backwards ? 'desc' : 'asc' },
    take: PAGE_SIZE + 1,
    select: SUMMARY,
  });
  const toItem = (row: (typeof rows)[number]) => ({ ...row, updatedAt: row.updatedAt.toISOString() });
  return keysetPage(rows, { size: PAGE_SIZE, backwards, cursor, keyOf: (row) => row.path, toItem });
}

/** One file of a source with its content. @throws YardmasterError `not_found` */
export async function getDataFile(sourceId: string, id: string): Promise<DataFileDetail> {
  const select = { ...SUMMARY, sha256: true, source: { select: { name: true } } };
  const known = z.object({ id: z.uuid(), sourceId: z.uuid() }).safeParse({ id, sourceId });
  const found = known.success ? await db().dataFile.findUnique({ where: known.data, select }) : null;
  if (!found) throw new YardmasterError('not_found', 'There is no such file (any more).');
  const { source, ...file } = found;
  return {
    ...file,
    sourceId,
    sourceName: source.name,
    updatedAt: file.updatedAt.toISOString(),
    content: await contentOf(id, file.size),
  };
}

async function contentOf(id: string, size: number): Promise<DataFileDetail['content']> {
  if (size > MAX_SHOWN_BYTES) return { kind: 'large' };
  const file = await db().dataFile.findUnique({ where: { id }, select: { content: true } });
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file?.content);
    return text.includes('\0') ? { kind: 'binary' } : { kind: 'text', text };
  } catch {
    return { kind: 'binary' };
  }
}

import type { SourceLog } from '../source-type';
import type { FetchedFile } from './file-intake';

const MOST_NAMED = 50;

/** A file as the database knows it. */
export interface KnownFile {
  id: string;
  path: string;
  sha256: string;
}

export interface FileChanges {
  added: FetchedFile[];
  updated: { known: KnownFile; file: FetchedFile }[];
  deleted: KnownFile[];
  unchanged: number;
}

/** What turns the known files into the fetched ones; contents are compared by their hash. */
export function compareFiles(known: readonly KnownFile[], fetched: readonly FetchedFile[]): FileChanges {
  const changes: FileChanges = { added: [], updated: [], deleted: [], unchanged: 0 };
  const left = new Map(known.map((file) => [file.path, file]));
  for (const file of fetched) {
    const before = left.get(file.path);
    left.delete(file.path);
    if (!before) changes.added.push(file);
    else if (before.sha256 !== file.sha256) changes.updated.push({ known: before, file });
    else changes.unchanged++;
  }
  changes.deleted.push(...left.values());
  return changes;
}

/** Says in the job's log how many files changed, and which, up to 50 of them. */
export function logChanges(log: SourceLog, { added, updated, deleted, unchanged }: FileChanges): void {
  const fetched = added.length + updated.length + unchanged;
  log.info(
    '%d %s: %d new, %d changed, %d deleted, %d unchanged',
    fetched,
    fetched === 1 ? 'file' : 'files',
    added.length,
    updated.length,
    deleted.length,
    unchanged,
  );
  const lines = [
    ...added.map(({ path }) => `New: ${path}`),
    ...updated.map(({ file }) => `Changed: ${file.path}`),
    ...deleted.map(({ path }) => `Deleted: ${path}`),
  ];
  for (const line of lines.slice(0, MOST_NAMED)) log.info('%s', line);
  if (lines.length > MOST_NAMED) log.info('and %d more', lines.length - MOST_NAMED);
}

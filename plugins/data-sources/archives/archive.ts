import type { FetchContext } from '../source-type';
import { untar } from './untar';
import { unzip } from './unzip';

/** How to unpack an archive: where to, and under which name each entry goes. */
export interface Unpacking extends Pick<FetchContext, 'into' | 'signal' | 'log' | 'progress'> {
  /** An entry's path as it is to be stored. @throws YardmasterError when it leads out of the source. */
  rename(path: string): string;
}

export type ArchiveKind = 'zip' | 'tar';

const byName: [RegExp, ArchiveKind][] = [
  [/\.zip$/i, 'zip'],
  [/\.(tar|tar\.gz|tgz)$/i, 'tar'],
];
const byMediaType: Record<string, ArchiveKind> = {
  'application/zip': 'zip',
  'application/x-zip-compressed': 'zip',
  'application/x-tar': 'tar',
  'application/x-gtar': 'tar',
};

/** Which archive a download is, by its name, else by its media type; null for any other file. */
export function archiveKind(name: string, mediaType: string | undefined): ArchiveKind | null {
  const named = byName.find(([pattern]) => pattern.test(name))?.[1];
  if (named || /\.\w{1,8}$/.test(name)) return named ?? null;
  return byMediaType[mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''] ?? null;
}

/** Unpacks the archive into `unpacking.into`. @throws YardmasterError when it is broken or beyond the limits. */
export function unpack(kind: ArchiveKind, archive: string, unpacking: Unpacking): Promise<void> {
  return kind === 'zip' ? unzip(archive, unpacking) : untar(archive, unpacking);
}

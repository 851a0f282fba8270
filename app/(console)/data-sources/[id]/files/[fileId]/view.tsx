'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { RelativeTime } from '@/components/time/relative-time';
import { CopyButton } from '@/components/ui/copy-button';
import { Fact, Facts } from '@/components/ui/facts';
import { NotFoundFace } from '@/components/ui/not-found-face';
import { Region } from '@/components/ui/region';
import { ReadError } from '@/lib/web/fetch-json';
import { formatBytes } from '@/plugins/data-sources/format-bytes';
import { dataFileOptions } from '../../../query-options';
import { FileContent } from './_components/file-content';

/** One stored file with its content, as the last sync that changed it left it. */
export function DataFileView({ id, fileId }: { id: string; fileId: string }) {
  const query = useQuery(dataFileOptions(id, fileId));
  if (query.error instanceof ReadError && query.error.failure.code === 'not_found') {
    return (
      <NotFoundFace
        title="This file is gone"
        back={{ href: `/data-sources/${id}`, label: 'To its data source' }}
      >
        A sync no longer found it at its place, or the data source was deleted.
      </NotFoundFace>
    );
  }
  return (
    <Region query={query} what="the file">
      {(file) => (
        <>
          <PageTitle sign={null} name={file.path} />
          <PageHeader
            title={<code>{file.path}</code>}
            parent={{ href: `/data-sources/${id}`, label: file.sourceName }}
          />
          <Facts>
            <Fact name="Size">
              <span className="number">{formatBytes(file.size)}</span>
            </Fact>
            <Fact name="Changed">
              <RelativeTime at={file.updatedAt} />
            </Fact>
            <Fact name="SHA-256">
              <code title={file.sha256}>{file.sha256.slice(0, 16)}…</code>{' '}
              <CopyButton text={file.sha256} label="Copy the SHA-256" />
            </Fact>
          </Facts>
          <FileContent content={file.content} />
        </>
      )}
    </Region>
  );
}

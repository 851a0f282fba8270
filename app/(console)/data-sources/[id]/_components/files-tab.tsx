import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { Pager } from '@/components/data-table/pager';
import { RelativeTime } from '@/components/time/relative-time';
import { EmptyFace } from '@/components/ui/empty-face';
import { NoMatchFace } from '@/components/ui/no-match-face';
import { Region } from '@/components/ui/region';
import type { DataFileSummary } from '@/plugins/data-sources/file-queries';
import { formatBytes } from '@/plugins/data-sources/format-bytes';
import { SearchBar } from '../../_components/search-bar';
import { dataFilesOptions } from '../../query-options';
import { detailHref, detailParams, filesFilterOf } from '../search-params';

const columns: readonly Column<DataFileSummary>[] = [
  { key: 'path', header: 'Path', render: ({ path }) => <code title={path}>{path}</code> },
  {
    key: 'size',
    header: 'Size',
    width: '110px',
    narrow: '88px',
    align: 'right',
    render: ({ size }) => formatBytes(size),
  },
  {
    key: 'changed',
    header: 'Changed',
    width: '130px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
  },
];

/** The stored files by path; a press on one shows its content. */
export function FilesTab({ id }: { id: string }) {
  const [params, setParams] = useQueryStates(detailParams, { history: 'push' });
  const files = useQuery(dataFilesOptions(id, filesFilterOf(params)));
  const search = (q: string) => void setParams({ q, after: null, before: null });
  const hrefAt = (cursor: { after: string | null; before: string | null }) =>
    detailHref(`/data-sources/${id}`, { ...params, ...cursor });
  return (
    <>
      <SearchBar label="Search files" placeholder="Part of a path" value={params.q} onChange={search} />
      <Region query={files} what="the files">
        {({ items, next, previous }) => {
          if (items.length === 0 && params.q) {
            return <NoMatchFace title="No path has this in it" onClear={() => search('')} />;
          }
          if (items.length === 0) {
            return <EmptyFace title="No files yet">They appear here once a sync has brought them.</EmptyFace>;
          }
          return (
            <>
              <DataTable
                label="Files"
                columns={columns}
                rows={items}
                rowKey={(file) => file.id}
                rowHref={(file) => `/data-sources/${id}/files/${file.id}`}
              />
              <Pager
                newer={previous && hrefAt({ before: previous, after: null })}
                older={next && hrefAt({ after: next, before: null })}
              >
                {items.length} {items.length === 1 ? 'file' : 'files'}, by path
              </Pager>
            </>
          );
        }}
      </Region>
    </>
  );
}

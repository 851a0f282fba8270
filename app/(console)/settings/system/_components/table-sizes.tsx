import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import type { TableSize } from '@/lib/system/queries';
import { formatBytes } from '@/plugins/data-sources/format-bytes';

const columns: readonly Column<TableSize>[] = [
  { key: 'name', header: 'Table', render: ({ name }) => <code>{name}</code> },
  {
    key: 'rows',
    header: 'Rows, about',
    width: '160px',
    narrow: '110px',
    align: 'right',
    render: ({ rows }) =>
      rows === null ? <span className="dim">not known yet</span> : rows.toLocaleString('en'),
  },
  {
    key: 'size',
    header: 'Size',
    width: '120px',
    narrow: '96px',
    align: 'right',
    render: ({ bytes }) => formatBytes(bytes),
  },
];

export const TableSizes = ({ tables }: { tables: readonly TableSize[] }) => (
  <DataTable label="Tables" columns={columns} rows={tables} rowKey={({ name }) => name} />
);

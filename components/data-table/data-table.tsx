import Link from 'next/link';
import type { CSSProperties, ReactNode } from 'react';
import type { Column } from './column';
import classes from './data-table.module.css';
import { HeaderCell } from './header-cell';
import { SelectAll, type Selection, SelectRow } from './selection';

interface DataTableProps<Row> {
  /** What the table lists, for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a press on the row leads; the column `linkColumn` (default: the first) carries the link. */
  rowHref?: (row: Row) => string;
  linkColumn?: string;
  /** Shown under the link column's value on a phone, in place of the columns left out there. */
  phoneLine?: (row: Row) => ReactNode;
  /** Rows that no longer belong here, such as those that changed since the list was read. */
  faded?: (row: Row) => boolean;
  /** Puts a box to tick before each row. */
  selection?: Selection<Row>;
}

/** Rows 36 px high under a header that stays; no sideways scrolling at any width. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, rowHref, phoneLine, faded, selection } = props;
  const linkColumn = props.linkColumn ?? columns[0]?.key;
  return (
    <table className={`${classes.table} ${phoneLine ? classes.stacked : ''}`} aria-label={label}>
      <colgroup>
        <col className={classes.edge} />
        {selection ? <col className={classes.box} /> : null}
        {columns.map(({ key, width, narrow, leaveOut }) => (
          <col
            key={key}
            className={`${narrow ? classes.narrow : ''} ${classOf(leaveOut)}`}
            style={{ width, '--narrow': narrow } as CSSProperties}
          />
        ))}
        <col className={classes.edge} />
      </colgroup>
      <thead>
        <tr>
          {selection ? (
            <td>
              <SelectAll selection={selection} />
            </td>
          ) : null}
          {columns.map((column) => (
            <HeaderCell
              key={column.key}
              column={column}
              className={`${column.align ? classes.right : ''} ${classOf(column.leaveOut)}`}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr
              key={key}
              data-row={key}
              data-selected={selection?.isSelected(row) || undefined}
              className={`${classes.row} ${faded?.(row) ? classes.faded : ''}`}
            >
              {selection ? (
                <td>
                  <SelectRow selection={selection} row={row} />
                </td>
              ) : null}
              {columns.map((column) => {
                const value = column.render(row);
                const linked = rowHref && column.key === linkColumn;
                return (
                  <td
                    key={column.key}
                    className={`${column.align ? classes.right : ''} ${classOf(column.leaveOut)}`}
                    title={typeof value === 'string' ? value : undefined}
                  >
                    {linked ? (
                      <Link className={classes.link} href={rowHref(row)} prefetch={false}>
                        {value}
                      </Link>
                    ) : (
                      value
                    )}
                    {column.key === linkColumn && phoneLine ? (
                      <span className={classes.line}>{phoneLine(row)}</span>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const classOf = (leaveOut: Column<never>['leaveOut']): string => (leaveOut ? (classes[leaveOut] ?? '') : '');

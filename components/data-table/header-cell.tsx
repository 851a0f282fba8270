import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import Link from 'next/link';
import type { Column } from './column';
import classes from './data-table.module.css';

/** The head of a column: its name, or a link that sorts by it. */
export function HeaderCell<Row>({ column, className }: { column: Column<Row>; className: string }) {
  const { header, sort } = column;
  // A header cell without words would be read out as one.
  if (header === '') return <td className={className} />;
  if (!sort) {
    return (
      <th scope="col" className={className}>
        {header}
      </th>
    );
  }
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" className={className} aria-sort={sort.direction}>
      <Link
        className={classes.sort}
        href={sort.href}
        prefetch={false}
        scroll={false}
        data-sorted={sort.direction !== 'none' || undefined}
      >
        {header}
        <Arrow size={12} stroke={2} aria-hidden />
      </Link>
    </th>
  );
}

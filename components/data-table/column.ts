import type { ReactNode } from 'react';

/** One column of a `DataTable`. */
export interface Column<Row> {
  key: string;
  header: string;
  /** A CSS width; columns without one share what is left. */
  width?: string;
  /** Its width on a phone, where that differs from an equal share. */
  narrow?: string;
  /** Numbers and lengths of time stand right. */
  align?: 'right';
  /**
   * The least room it needs to be worth its place: `phone` is left out below 768 px, `tablet` below 992,
   * `desktop` below 1200, `wide` below 1600. Without one it is always there.
   */
  leaveOut?: 'phone' | 'tablet' | 'desktop' | 'wide';
  /** Makes the header a link that sorts by this column, and says how it is sorted by it now. */
  sort?: { href: string; direction: 'ascending' | 'descending' | 'none' };
  /** A string is shown whole on hover where it had to be cut. */
  render: (row: Row) => ReactNode;
}

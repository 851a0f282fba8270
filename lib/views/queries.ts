import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import type { JobFilter } from '@/lib/jobs/job-filter';
import type { JobSort } from '@/lib/jobs/job-sort';
import { countMatching } from '@/lib/jobs/queries/count-jobs';
import { searchable } from '@/lib/jobs/require-searchable';
import { jobFilterText } from '@/lib/jobs/schema';

const MOST_VIEWS = 50;
/** So long may one view's count take; all of them are counted each time jobs change. */
const COUNT_LIMIT_MS = 300;

/** A view of the jobs list, as its tab shows it. */
export interface SavedView {
  id: string;
  name: string;
  filter: JobFilter;
  sort: JobSort;
  /** The keys of its columns; empty: the usual ones. */
  columns: string[];
  shared: boolean;
  /** Its reader made it, and may change it. */
  own: boolean;
  /** Who made it. */
  by: string;
}

/** One's own views and those that others share, by name. */
export async function listViews(actor: Actor): Promise<SavedView[]> {
  const rows = await db().savedView.findMany({
    where: { OR: [{ shared: true }, ...(actor.userId ? [{ userId: actor.userId }] : [])] },
    include: { user: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_VIEWS,
  });
  return rows.map(({ id, name, filter, sort, columns, shared, userId, user }) => ({
    id,
    name,
    filter: jobFilterText.parse(filter),
    sort: sort as JobSort,
    columns,
    shared,
    own: userId === actor.userId,
    by: user.name,
  }));
}

/** How many jobs are in each view, by its id, up to 10,001; null where counting takes too long, or is not allowed. */
export async function countViews(actor: Actor): Promise<Record<string, number | null>> {
  const counts: Record<string, number | null> = {};
  // One after the other: ten at once would keep a small database from what matters more.
  for (const { id, filter } of await listViews(actor)) {
    const asked = await searchable(actor, filter).catch(nullIfForbidden);
    counts[id] = asked && (await countMatching(asked, COUNT_LIMIT_MS));
  }
  return counts;
}

function nullIfForbidden(error: unknown): null {
  if (error instanceof YardmasterError && error.code === 'forbidden') return null;
  throw error;
}

import { select } from '../sql';
import { firstIdAt, NIL_ID } from './first-id-at';
import { BATCH, type Pace } from './pace';

// One statement a page, whose last id is where the next page begins: unread ones stay and are walked over once.
const REMOVE_PAGE = `
  WITH page AS (SELECT id, read_at FROM notification WHERE id > $1::text::uuid AND id < $2::text::uuid ORDER BY id LIMIT ${BATCH}),
  removed AS (DELETE FROM notification n USING page p WHERE n.id = p.id AND n.read_at IS NOT NULL RETURNING n.id)
  SELECT (SELECT count(*) FROM removed)::int AS removed, (SELECT id FROM page ORDER BY id DESC LIMIT 1) AS last`;

/** Removes the notifications made before `madeBefore` that have been read. @returns how many. */
export async function removeReadNotifications(madeBefore: Date, pace: Pace): Promise<number> {
  let all = 0;
  for (let after: string | null | undefined = NIL_ID; after; ) {
    const [page]: { removed: number; last: string | null }[] = await select(
      REMOVE_PAGE,
      after,
      firstIdAt(madeBefore),
    );
    all += page?.removed ?? 0;
    await pace(page?.removed ?? 0);
    after = page?.last;
  }
  return all;
}

import { beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { objectRef } from '@/lib/jobs/object-ref';
import { addFixtures, Returns } from '@/lib/jobs/testing/fixture-plugin';
import { getCalendar } from './calendar';

useTestDatabase();
beforeAll(addFixtures);

test('schedules of one name tell what they are about', async () => {
  for (const id of [1, 2]) await Returns.enqueue({ instance: objectRef('fixture.site', id), interval: 120 });
  await Returns.enqueue({ instance: objectRef('fixture.site', 'gone'), interval: 120 });
  await Returns.enqueue({ interval: 120 });
  const { schedules } = await getCalendar(new Date());
  const about = Object.values(schedules).map((schedule) => schedule.about);
  expect(about).toHaveLength(4);
  expect(new Set(about)).toEqual(new Set(['Site 1', 'Site 2', 'Site gone', null]));
});

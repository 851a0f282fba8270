import { addEndedJob, type World } from './rows';
import type { Schedules } from './schedules';

const DAY_MINUTES = 1440;

/** A month of the past: what the schedules did, and what people started in between. */
export function addHistory(world: World, schedules: Schedules): void {
  const { clock } = world;
  const of = (id: string) => world.schedules.find((schedule) => schedule.id === id);
  const run = (id: string, minutesAgo: number, seconds: number, failed: boolean) => {
    const schedule = of(id);
    if (!schedule || isPaused(world, schedule.queue, minutesAgo)) return;
    addEndedJob(world, minutesAgo, seconds, {
      runner: schedule.runner,
      name: schedule.name,
      queue: schedule.queue,
      scheduleId: id,
      interval: schedule.intervalMinutes,
      occurrenceAt: clock.ago(minutesAgo),
      status: failed ? 'failed' : 'completed',
      error: failed ? 'The accounting system answered 401 Unauthorized' : null,
    });
  };
  for (let day = 0; day < 30; day++) {
    run(schedules.nightlyReport, day * DAY_MINUTES + 900, 240 + clock.random() * 60, day === 11);
    for (let hour = 1; hour < 24; hour += 1) {
      run(schedules.housekeeping, day * DAY_MINUTES + hour * 60 + 3, 0.4 + clock.random(), false);
    }
  }
  for (let quarter = 2; quarter < 400; quarter++) {
    run(schedules.importOrders, quarter * 15 + 4, 20 + clock.random() * 70, clock.random() < 0.04);
  }
  for (let turn = 1; turn < 40; turn++) run(schedules.failing, turn * 240 - 110, 2, turn <= 5);

  for (let n = 0; n < 700; n++) {
    const failed = clock.random() < 0.03;
    addEndedJob(world, 100 + clock.random() * 20 * DAY_MINUTES, clock.random() * 40, {
      runner: 'reports.ExportInvoicesJob',
      name: `Export invoice ${400 + n}`,
      args: { invoice: 400 + n },
      status: failed ? 'errored' : 'completed',
      error: failed ? "TypeError: Cannot read properties of undefined (reading 'lines')" : null,
    });
  }
}

function isPaused({ clock, queues }: World, queue: string, minutesAgo: number): boolean {
  const pausedAt = queues.find((each) => each.queue === queue)?.pausedAt;
  return pausedAt != null && clock.ago(minutesAgo) > new Date(pausedAt);
}

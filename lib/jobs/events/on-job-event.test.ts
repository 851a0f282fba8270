import { afterEach, describe, expect, test } from 'vitest';
import { emitJobEvent, type JobEvent, jobEventsDelivered, onJobEvent } from './on-job-event';

const subscriptions: (() => void)[] = [];
const on: typeof onJobEvent = (name, subscriber) => {
  const stop = onJobEvent(name, subscriber);
  subscriptions.push(stop);
  return stop;
};
afterEach(() => {
  for (const stop of subscriptions.splice(0)) stop();
});

const job = (id: string): JobEvent['job'] => ({
  id,
  name: 'Greets',
  runner: 'fixture.Greets',
  queue: 'default',
  instance: null,
  userId: null,
  scheduleId: null,
  attemptNo: 1,
  status: 'running',
  reason: null,
  error: null,
});
const emit = (name: JobEvent['name'], id = 'j1') => emitJobEvent(name, () => job(id));
const delivered = () => jobEventsDelivered(5_000);

describe('subscribers of job events', () => {
  test('hear of a job in order, one after another, whatever one of them takes', async () => {
    const heard: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    on('job.started', async () => {
      await held;
      heard.push('slow start');
    });
    on('job.started', () => heard.push('start'));
    on('job.completed', ({ job: { id } }) => {
      heard.push(`end of ${id}`);
      // Another job does not wait for the slow subscriber; were it to, nobody would ever release it.
      if (id === 'j2') release();
    });
    emit('job.started');
    emit('job.completed');
    emit('job.completed', 'j2');
    await delivered();
    expect(heard).toEqual(['end of j2', 'slow start', 'start', 'end of j1']);
  });

  test('are called after the one who emits has gone on', async () => {
    const heard: string[] = [];
    on('job.started', () => heard.push('subscriber'));
    emit('job.started');
    heard.push('emitter');
    await delivered();
    expect(heard).toEqual(['emitter', 'subscriber']);
  });

  test('do not keep each other from hearing when one throws', async () => {
    const heard: string[] = [];
    on('job.failed', () => {
      throw new Error('The pager is off');
    });
    on('job.failed', ({ name, job: { id } }) => heard.push(`${name} ${id}`));
    emit('job.failed');
    await delivered();
    expect(heard).toEqual(['job.failed j1']);
  });

  test('hear nothing once they have ended their subscription', async () => {
    let heard = 0;
    const stop = on('job.errored', () => {
      heard++;
    });
    stop();
    emit('job.errored');
    await delivered();
    expect(heard).toBe(0);
  });

  test('cost nothing where there are none: not even the job is put together', () => {
    emitJobEvent('job.cancelled', () => {
      throw new Error('It was put together');
    });
  });

  test('do not hold up a process that ends for longer than it waits', async () => {
    on('job.completed', () => new Promise(() => undefined));
    emit('job.completed');
    const before = performance.now();
    await jobEventsDelivered(20);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

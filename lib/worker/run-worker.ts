import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { config } from '@/lib/config';
import { Listener } from '@/lib/db/listener';
import { YardmasterError } from '@/lib/errors';
import { flushEvents, publish } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { emitEnded } from '@/lib/jobs/events/emit';
import { jobEventsDelivered } from '@/lib/jobs/events/on-job-event';
import { Reporter } from '@/lib/jobs/execute/reporter';
import { CORE_QUEUES, registry } from '@/lib/jobs/registry';
import { listenerName, reapJobs, SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { CONTROL_CHANNEL, SCHEDULED_TOKEN, WORK_CHANNEL } from '@/lib/jobs/store/wake';
import { endWorker, heartbeat, registerWorker } from '@/lib/jobs/store/worker-rows';
import { openBackend } from '@/lib/queue/backend';
import { bundled } from '@/lib/queue/bundle';
import { Consumer } from '@/lib/queue/consumer';
import { Dispatcher } from '@/lib/queue/dispatcher';
import { Feed } from '@/lib/queue/feed';
import { Transport } from '@/lib/queue/transport';
import { flushCounts } from '@/lib/statistics/count-ends';
import { sampleDepth } from '@/lib/statistics/sample-depth';
import { version } from '@/lib/version';
import { loggedEvents, type WorkerEmitter } from './events';
import { JobDesk } from './job-desk';
import { loop } from './loop';
import { OutageWatch } from './outage-watch';
import { schedulerPass } from './scheduler';
import { ensureSystemJobs } from './system-jobs';

const HEARTBEAT_MS = 2_000;
/** A worker that has not said for so long that it is alive says so before it claims anything: its process may have stood still. */
const KNOWN_ALIVE_MS = SILENT_AFTER_MS / 2;
const SCHEDULE_MS = 1_000;
const SAMPLE_MS = 60_000;
/** How soon after its start a worker looks which queues it leads. */
const LED_WITHIN_MS = 1_000;
/** How long a shutdown waits for subscribers of job events. */
const EVENTS_MS = 2_000;

export interface WorkerOptions {
  /** Queues in order of priority. None: high, default, low. */
  queues?: readonly string[];
  /** How many jobs at once. */
  slots: number;
  /** How long a shutdown waits for running jobs before it stops them. */
  shutdownTimeoutMs: number;
  events?: WorkerEmitter;
}

export interface RunningWorker {
  readonly id: string;
  readonly backend: 'redis' | 'postgres';
  readonly queues: readonly string[];
  /** Stops in order: takes nothing new, waits, aborts, hands the rest back. Calling it again changes nothing. */
  stop(signal?: string): Promise<void>;
  /** Resolves when the worker has stopped, whoever asked for it. */
  readonly stopped: Promise<void>;
}

/** Starts a worker in this process. */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const events = options.events ?? loggedEvents();
  const watch = new OutageWatch(events);
  const known = await registry();
  const queues = options.queues?.length ? [...new Set(options.queues)] : [...CORE_QUEUES];
  const unknown = queues.filter((queue) => !known.queues.includes(queue));
  if (unknown.length > 0) {
    throw new YardmasterError(
      'configuration',
      `There is no queue ${unknown.join(', ')}; expected some of ${known.queues.join(', ')}.`,
    );
  }
  const backend = await openBackend(queues.length);
  const id = newId();
  const host = { registry: known, reporter: new Reporter() };
  // By the wall clock: the other one stands still while a machine sleeps.
  let beatAt = Date.now();
  await registerWorker({
    id,
    host: os.hostname(),
    pid: process.pid,
    version,
    backend: backend.kind,
    queues,
    slots: options.slots,
    runners: known.runners.map(({ key }) => key),
    plugins: known.pluginVersions,
  });
  await ensureSystemJobs(known);

  const transports = queues.map((queue) => new Transport(queue, backend));
  const feeds = queues.map((queue) => new Feed(queue, backend, `${id}-${randomUUID()}`));
  const listener = new Listener([WORK_CHANNEL, CONTROL_CHANNEL], listenerName(id));
  const failed = (service: string) => (error: unknown) => watch.failed(service, error);
  // Two flushes of ends may be under way while the next jobs run: with one, slots would wait for every second flush.
  const desk = new JobDesk(id, host, 2 * options.slots, {
    async alive() {
      for (let asked = 0; Math.abs(Date.now() - beatAt) > KNOWN_ALIVE_MS; await pause(10)) {
        if (asked++ % 100 === 0) beat.wake();
      }
    },
    outage: (error) => watch.began('postgres', error),
    error: failed('consumer'),
  });
  const consumer = new Consumer({
    feeds,
    slots: options.slots,
    work: (message, wanted) =>
      desk.work(message, wanted).catch((error) => {
        watch.failed('consumer', error);
        return 'done';
      }),
    async putBack(queue, messages) {
      await transports.find((one) => one.queue === queue)?.add(bundled(messages), { first: true });
    },
    onError: failed('consumer'),
  });
  const dispatcher = new Dispatcher({
    transports,
    window: config().dispatchWindow,
    identity: backend.identity,
    listener,
    neighbour: {
      // What starts without the transport would hide that it is away.
      offer: (queue, message, runner) =>
        known.find(runner) !== undefined &&
        backend.connected &&
        watch.trouble === null &&
        consumer.offer(queue, message),
      added: (queue) => consumer.added(queue),
    },
    onError: failed('dispatcher'),
  });
  const scheduler = loop({ everyMs: SCHEDULE_MS, pass: schedulerPass, onError: failed('scheduler') });
  const reaper = loop({
    async pass() {
      const jobs = await reapJobs();
      if (jobs.length === 0) return undefined;
      events.emit('jobsReaped', { jobs });
      void emitEnded(jobs);
      publish('jobs', 'workers', 'notifications', ...jobs.map(({ id: jobId }) => `job:${jobId}` as const));
      return undefined;
    },
    onError: failed('reaper'),
  });
  const sampler = loop({
    everyMs: SAMPLE_MS,
    async pass() {
      if (dispatcher.leads.length === 0) return LED_WITHIN_MS;
      await sampleDepth(dispatcher.leads);
      return SAMPLE_MS - (Date.now() % SAMPLE_MS) + 1;
    },
    onError: failed('sampler'),
  });
  let quiet = false;
  let stopping: Promise<void> | undefined;
  const beat = loop({
    everyMs: HEARTBEAT_MS,
    async pass() {
      const began = Date.now();
      const { asked, lost, strays } = await heartbeat(id, watch.trouble, desk.inHand);
      beatAt = began;
      if (asked === 'quiet' && !quiet) consumer.stop();
      if (asked === null && quiet && !stopping) consumer.start();
      quiet = asked === 'quiet';
      watch.ended('postgres');
      if (lost) reaper.wake();
      await desk.compare({ strays });
      if (asked === 'stop') void stop('an operator');
      return undefined;
    },
    onError: failed('heartbeat'),
  });

  // Not part of the heartbeat: a Redis that hangs must not make the worker look dead.
  const transportCheck = loop({
    everyMs: HEARTBEAT_MS,
    async pass() {
      try {
        await backend.check();
        // One that comes back may have lost everything, so nothing is taken for dispatched.
        if (watch.ended('redis')) dispatcher.forget();
      } catch (error) {
        watch.began('redis', error);
      }
      return undefined;
    },
    onError: failed('transport'),
  });

  listener.on('notification', (channel, payload) => {
    if (channel === WORK_CHANNEL) {
      for (const token of payload.split(',')) {
        if (token === SCHEDULED_TOKEN) scheduler.wake();
        else dispatcher.wake(token);
      }
      return;
    }
    const [verb, subject = ''] = payload.split(/:(.*)/s);
    if (verb === 'cancel') desk.abort(subject, 'cancelled');
    if (verb === 'queue') dispatcher.wake(subject);
    if (verb === 'worker' && subject === id) beat.wake();
  });
  listener.on('connected', () => {
    dispatcher.wakeAll();
    scheduler.wake();
    beat.wake();
  });
  listener.on('disconnected', (error) => {
    watch.began('postgres', error);
    void dispatcher.drop();
  });

  await listener.start();
  await Promise.all(feeds.map((feed) => feed.start()));
  dispatcher.start();
  consumer.start();
  publish('workers');
  events.emit('workerStarted', {
    id,
    backend: backend.kind,
    queues,
    slots: options.slots,
    named: Boolean(options.queues?.length),
  });

  let resolveStopped = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    resolveStopped = resolve;
  });
  const stop = (signal = 'its owner'): Promise<void> => {
    stopping ??= shutDown(signal).finally(resolveStopped);
    return stopping;
  };

  async function shutDown(signal: string): Promise<void> {
    events.emit('workerStopping', { signal, running: desk.size });
    consumer.stop();
    await idle(options.shutdownTimeoutMs);
    desk.abortAll('shutdown');
    await idle(10_000);
    consumer.close();
    await dispatcher.stop();
    await Promise.all([scheduler.stop(), reaper.stop(), sampler.stop(), beat.stop(), transportCheck.stop()]);
    await host.reporter.flush();
    await jobEventsDelivered(EVENTS_MS);
    await flushCounts();
    await endWorker(id);
    publish('workers');
    await flushEvents();
    await listener.close();
    await Promise.all([...feeds, ...transports].map((part) => part.close().catch(() => undefined)));
    await backend.close();
    events.emit('workerStopped');
  }

  /** Waits until nothing runs and every end is stored, but no longer than `ms`. */
  async function idle(ms: number): Promise<void> {
    const until = Date.now() + ms;
    while (consumer.busy + desk.size > 0 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  return { id, backend: backend.kind, queues, stop, stopped };
}

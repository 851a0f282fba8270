import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import type { Message } from '@/lib/jobs/store/claimed-job';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { openBackend, type QueueBackend } from './backend';
import { type Bundle, bundled } from './bundle';
import { Consumer } from './consumer';
import { Feed } from './feed';
import { Transport } from './transport';

const { redisUrl } = useTestDatabase();

const fresh = (many: number): Message[] =>
  Array.from({ length: many }, () => ({ jobId: newId(), dispatchNo: 0 }));

class CountingFeed extends Feed {
  #bundles = 0;
  /** How many bundles of several messages it had brought, at most, that were neither acknowledged nor given back. */
  most = 0;
  /** How many bundles went back as they came. */
  back = 0;

  override async fetch(): Promise<Bundle | null> {
    return this.#brought(await super.fetch());
  }

  override async acknowledgeAndFetch(bundle: Bundle): Promise<Bundle | null> {
    this.#gone(bundle);
    return this.#brought(await super.acknowledgeAndFetch(bundle));
  }

  override acknowledge(bundle: Bundle): Promise<void> {
    this.#gone(bundle);
    return super.acknowledge(bundle);
  }

  override giveBack(bundle: Bundle): Promise<void> {
    this.back++;
    this.#gone(bundle);
    return super.giveBack(bundle);
  }

  #brought(bundle: Bundle | null): Bundle | null {
    if (bundle && bundle.messages.length > 1) this.most = Math.max(this.most, ++this.#bundles);
    return bundle;
  }

  #gone(bundle: Bundle): void {
    if (bundle.messages.length > 1) this.#bundles--;
  }
}

/** One of whose answers takes its time: another question, asked later, is answered sooner. */
class LateFeed extends CountingFeed {
  static lateWith: Message | undefined;

  override async fetch(): Promise<Bundle | null> {
    return this.#late(await super.fetch());
  }

  override async acknowledgeAndFetch(bundle: Bundle): Promise<Bundle | null> {
    return this.#late(await super.acknowledgeAndFetch(bundle));
  }

  async #late(bundle: Bundle | null): Promise<Bundle | null> {
    if (bundle?.messages[0]?.jobId === LateFeed.lateWith?.jobId) await pause(50);
    return bundle;
  }
}

describe.each(['postgres', 'redis'] as const)('bundles on %s', (kind) => {
  const queues = ['high', 'low'];
  let backend: QueueBackend;
  let transports: Transport[];
  let closing: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    backend = await openBackend(4, kind === 'redis' ? redisUrl : '');
    transports = queues.map((queue) => new Transport(queue, backend));
    await Promise.all(transports.map((transport) => transport.ready()));
  });
  afterEach(async () => {
    for (const close of closing) await close();
    closing = [];
    await Promise.all(transports.map((transport) => transport.clear()));
    await Promise.all(transports.map((transport) => transport.close()));
    await backend.close();
  });

  const transport = (queue: string): Transport =>
    transports.find((one) => one.queue === queue) ?? expect.fail(`no transport ${queue}`);

  /** A process that takes messages; each runs until it is let go. */
  async function consume(
    slots: number,
    letGo: Promise<unknown> | ((message: Message) => Promise<unknown>),
    { FeedClass = CountingFeed, backAfterMs = 0 } = {},
  ) {
    const begun: Message[] = [];
    const feeds = queues.map((queue) => new FeedClass(queue, backend, newId()));
    await Promise.all(feeds.map((feed) => feed.start()));
    const consumer = new Consumer({
      feeds,
      slots,
      async work(message, wanted) {
        // As a claim, it takes a moment.
        await pause(2);
        if (!wanted()) return 'unwanted';
        begun.push(message);
        await (typeof letGo === 'function' ? letGo(message) : letGo);
        return 'done';
      },
      async putBack(queue, messages) {
        await pause(backAfterMs);
        await transport(queue).add(bundled(messages), { first: true });
      },
      onError: (error) => expect.fail(String(error)),
    });
    closing.push(async () => {
      consumer.close();
      await waitFor('an idle consumer', async () => consumer.busy === 0);
      await Promise.all(feeds.map((feed) => feed.close()));
    });
    consumer.start();
    return { begun, consumer, feeds, mostBundles: () => Math.max(...feeds.map(({ most }) => most)) };
  }

  test('what a process has no slots for is taken by another, and nothing twice', async () => {
    let letGo = (): void => undefined;
    const going = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const messages = fresh(32);
    await transport('low').add(bundled(messages, 16));
    const full = await consume(2, going);
    await waitFor('two to begin', async () => full.begun.length === 2);
    expect(full.begun).toEqual(messages.slice(0, 2));
    const idle = await consume(64, Promise.resolve());
    await waitFor('the others to begin', async () => idle.begun.length === 30);
    expect(full.begun).toHaveLength(2);
    letGo();
    await waitFor('nothing to be left', async () => (await transport('low').held(100)).messages.length === 0);
    const jobs = [...full.begun, ...idle.begun].map(({ jobId }) => jobId);
    expect(jobs.toSorted()).toEqual(messages.map(({ jobId }) => jobId).toSorted());
  });

  test('a bundle at hand waits while an earlier queue has something', async () => {
    const low = fresh(200);
    await transport('low').add(bundled(low, 20));
    const { begun } = await consume(2, Promise.resolve());
    await waitFor('some to begin', async () => begun.length > 10);
    const high = fresh(20);
    await transport('high').add(bundled(high));
    await waitFor('all to begin', async () => begun.length === 220);
    const order = begun.map(({ jobId }) => high.some((message) => message.jobId === jobId));
    const between = order.slice(order.indexOf(true), order.lastIndexOf(true));
    expect(between.filter((isHigh) => !isHigh)).toEqual([]);
  });

  test('a queue with an answer on its way is not taken for empty because a later question found nothing', async () => {
    const low = fresh(40);
    await transport('low').add(bundled(low, 20));
    const high = fresh(21);
    await transport('high').add(bundled(high));
    LateFeed.lateWith = high.at(-1);
    const { begun } = await consume(4, Promise.resolve(), { FeedClass: LateFeed });
    await waitFor('all to begin', async () => begun.length === 61);
    expect(begun[20]).toEqual(LateFeed.lateWith);
  });

  test('a message on its way back to a queue keeps later queues waiting', async () => {
    const high = fresh(2);
    const low = fresh(1);
    await transport('high').add(bundled(high, 2));
    await transport('low').add(bundled(low));
    // The first runs for longer than the second may wait here, and ends before that is back.
    const { begun } = await consume(1, (message) => pause(message === begun[0] ? 300 : 0), {
      backAfterMs: 200,
    });
    await waitFor('all to begin', async () => begun.length === 3);
    expect(begun).toEqual([...high, ...low]);
  });

  test('beside a trickle of an earlier queue a later one goes on, and its messages stay at hand', async () => {
    const low = fresh(300);
    await transport('low').add(bundled(low));
    const { begun, feeds } = await consume(16, () => pause(5));
    let high = 0;
    for (; begun.length < low.length + high; high++) {
      await transport('high').add(bundled(fresh(1)));
      await pause(4);
    }
    expect(high).toBeGreaterThan(10);
    const [, late] = feeds;
    expect(late?.back).toBeLessThan(low.length / 3);
  });

  test('an idle process takes at hand what it would put into the store, a busy one does not', async () => {
    let letGo = (): void => undefined;
    const going = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { begun, consumer } = await consume(4, going);
    const [first, second] = fresh(2) as [Message, Message];
    await waitFor('both queues to be silent', async () => consumer.offer('low', first));
    expect(consumer.offer('low', second)).toBe(false);
    expect(consumer.offer('high', second)).toBe(false);
    await waitFor('it to begin', async () => begun.length === 1);
    expect(begun).toEqual([first]);
    expect((await transport('low').held(10)).messages).toEqual([]);
    letGo();
    await transport('high').add(bundled([second]));
    await waitFor('the other to begin', async () => begun.length === 2);
  });

  test('what an idle process takes at hand waits while an earlier queue has something', async () => {
    const { begun, consumer } = await consume(1, Promise.resolve());
    const low = fresh(1);
    const high = fresh(3);
    await waitFor('both queues to be silent', async () => consumer.offer('low', low[0] as Message));
    // It is being claimed while the others are put into the store.
    await transport('high').add(bundled(high));
    consumer.added('high');
    await waitFor('all to begin', async () => begun.length === 4);
    const order = begun.map(({ jobId }) => (jobId === low[0]?.jobId ? 'low' : 'high')).join();
    expect(['low,high,high,high', 'high,high,high,low']).toContain(order);
  });

  test('some single messages between bundles lead to no more of these than slots can take', async () => {
    const messages = fresh(64 * 40 + 8);
    await transport('low').add([
      ...bundled(messages.slice(0, 64), 64),
      ...bundled(messages.slice(64, 72)),
      ...bundled(messages.slice(72), 64),
    ]);
    const { begun, mostBundles } = await consume(32, Promise.resolve());
    await waitFor('all to begin', async () => begun.length === messages.length);
    expect(mostBundles()).toBeLessThan(10);
    expect(new Set(begun.map(({ jobId }) => jobId)).size).toBe(begun.length);
  });

  test('one that stops puts back all that has not begun', async () => {
    let letGo = (): void => undefined;
    const going = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const messages = fresh(16);
    await transport('low').add(bundled(messages, 16));
    const { begun, consumer } = await consume(3, going);
    await waitFor('three to begin', async () => begun.length === 3);
    consumer.stop();
    await waitFor('the rest to be back', async () => (await transport('low').waiting()) === 13);
    letGo();
    await waitFor('nothing to run', async () => consumer.busy === 0);
    const { messages: held } = await transport('low').held(100);
    expect(held).toEqual(messages.slice(3));
  });
});

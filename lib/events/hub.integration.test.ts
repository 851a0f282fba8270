import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { EventHub, type HubEvent } from './hub';
import { EVENTS_CHANNEL, flushEvents, publish } from './publish';
import { EventStream } from './stream';

useTestDatabase();

let hub: EventHub;
beforeEach(async () => {
  hub = new EventHub();
  await hub.start();
});
afterEach(() => hub.close());

/** Every event up to the first one that `last` recognises. */
function eventsUntil(last: (event: HubEvent) => boolean): Promise<HubEvent[]> {
  const seen: HubEvent[] = [];
  return new Promise((resolve) => {
    const stop = hub.subscribe((event) => {
      seen.push(event);
      if (!last(event)) return;
      stop();
      resolve(seen);
    });
  });
}

const names = (topic: string) => (event: HubEvent) => event.type === 'topics' && event.topics.includes(topic);

describe('the hub', () => {
  it('passes on what any process publishes, to every subscriber, over one connection', async () => {
    const all = Promise.all(Array.from({ length: 200 }, () => eventsUntil(names('job:7'))));
    publish('jobs', 'job:7');
    await flushEvents();
    expect(new Set((await all).map((seen) => JSON.stringify(seen))).size).toBe(1);
    const { rows } = await pool().query(
      "SELECT 1 FROM pg_stat_activity WHERE application_name = 'yardmaster events' AND datname = current_database()",
    );
    expect(rows).toHaveLength(1);
  });

  it('says when Postgres is gone, comes back, and then that anything may have changed', async () => {
    expect(hub.state.state).toBe('live');
    const seen = eventsUntil(names('*'));
    await pool().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yardmaster events' AND datname = current_database()",
    );
    expect(await seen).toMatchObject([
      { type: 'state', state: 'reconnecting' },
      { type: 'state', state: 'live' },
      { type: 'topics', topics: ['*'] },
    ]);
  });

  it('takes a payload that is not ours as "anything may have changed"', async () => {
    const seen = eventsUntil(names('*'));
    await pool().query('SELECT pg_notify($1, $2)', [EVENTS_CHANNEL, '{"no": "list"}']);
    expect(await seen).toEqual([{ type: 'topics', topics: ['*'] }]);
  });
});

describe('a stream', () => {
  it('begins with the state, carries the topics, and ends with the session', async () => {
    let closed = 0;
    const stream = new EventStream(hub, () => {
      closed += 1;
    });
    const arrived = eventsUntil(names('jobs'));
    publish('jobs');
    await arrived;
    stream.end();
    const text = await new Response(stream.body).text();
    expect(text).toMatch(
      /^retry: 2000\nevent: hello\ndata: .*"state":"live".*\n\nevent: topics\ndata: .*"jobs".*\n\nevent: end\n/,
    );
    expect(closed).toBe(1);
  });

  it('cuts off a reader that takes nothing', async () => {
    let closed = false;
    const deaf = new EventStream(hub, () => {
      closed = true;
    });
    const arrived = eventsUntil(names('last'));
    const notify =
      "SELECT pg_notify($1, jsonb_build_array('job:' || n)::text) FROM generate_series(1, 600) AS n";
    await pool().query(notify, [EVENTS_CHANNEL]);
    await pool().query('SELECT pg_notify($1, $2)', [EVENTS_CHANNEL, '["last"]']);
    await arrived;
    expect(closed).toBe(true);
    await deaf.body.cancel();
  });
});

import { watchSession } from '@/lib/auth/session-watch';
import { eventHub } from '@/lib/events/hub';
import { EventStream } from '@/lib/events/stream';
import { defineStream } from '@/lib/web/route';

/** What changed, as it changes, for as long as the browser listens and its session lasts. */
export const GET = defineStream({
  permission: 'jobs.view',
  async run({ sessionId, request }) {
    const stream: EventStream = new EventStream(await eventHub(), () => unwatch());
    const unwatch = watchSession({ sessionId, permission: 'jobs.view', ended: () => stream.end() });
    request.signal.addEventListener('abort', () => stream.close());
    if (request.signal.aborted) stream.close();
    return new Response(stream.body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // no-transform: compression would hold events back until a block is full.
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  },
});

import { db } from '@/lib/db/client';
import { openTransports } from '@/lib/doctor/open-transports';
import { bundled } from '@/lib/queue/bundle';
import type { Transport } from '@/lib/queue/transport';

/** Gives the transport what live workers would have given it: a message for each job that could begin, and no other. @returns how many. */
export async function sendMessages(): Promise<number> {
  const paused = await db().queueControl.findMany({
    where: { pausedAt: { not: null } },
    select: { queue: true },
  });
  const { transports, close } = await openTransports();
  let sent = 0;
  try {
    for (const transport of transports) {
      await transport.clear();
      if (!paused.some(({ queue }) => queue === transport.queue)) sent += await send(transport);
    }
  } finally {
    await close();
  }
  return sent;
}

async function send(transport: Transport): Promise<number> {
  const waiting = await db().job.findMany({
    where: { queue: transport.queue, status: 'pending' },
    select: { id: true, dispatchNo: true },
    orderBy: [{ runAt: 'asc' }, { id: 'asc' }],
  });
  await transport.add(bundled(waiting.map(({ id, dispatchNo }) => ({ jobId: id, dispatchNo }))));
  return waiting.length;
}

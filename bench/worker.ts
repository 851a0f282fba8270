/** A worker of one contender, in a process of its own: `worker.ts <contender>`; its parent speaks to it over IPC. */

import { servicesOf } from './contender';
import { contenders } from './contenders';
import type { FromWorker, ToWorker } from './worker-messages';

const TELL_EVERY_MS = 10;

const contender = await contenders[process.argv[2] ?? '']?.open(servicesOf(process.env));
if (!contender) throw new Error(`There is no ${process.argv[2]}.`);
const say = (message: FromWorker): void => {
  process.send?.(message);
};
const ids: string[] = [];
let stop: (() => Promise<void>) | undefined;

async function work({ slots, ms, tellEach }: Extract<ToWorker, { say: 'work' }>): Promise<void> {
  let told = 0;
  setInterval(() => {
    if (ids.length > told) say({ say: 'begun', many: ids.length });
    told = ids.length;
  }, TELL_EVERY_MS).unref();
  const onStart = (id: string, at?: bigint): void => {
    if (ids.push(id) === 1 || tellEach) say({ say: 'started', at: String(at ?? process.hrtime.bigint()) });
  };
  stop = await contender?.work({ slots, ms, onStart });
}

process.on('message', async (message: ToWorker) => {
  if (message.say === 'work') return await work(message);
  await stop?.();
  await contender?.close();
  process.send?.({ say: 'ended', ids } satisfies FromWorker, () => process.exit(0));
});
process.on('disconnect', () => process.exit(1));
say({ say: 'ready' });

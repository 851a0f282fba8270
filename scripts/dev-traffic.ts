import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { closeDb } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { registry } from '@/lib/jobs/registry';
import { runWorker } from '@/lib/worker/run-worker';
import { runScript } from './setup/run-script';
import { joinDatabase } from './start/database';
import { Parts } from './start/parts';
import { say } from './start/say';
import { CoupleWagons, DeliverGoods, RefuseWagon, WaitForSignal } from './traffic/jobs';
import { TrafficPlugin } from './traffic/plugin';

const usage = `Usage: npm run dev:traffic -- [--rate N]

Invents jobs that succeed, fail, retry and stall, and works them off, until Ctrl-C. For developing the console:
it needs a Yardmaster that runs (npm run dev).

  --rate N   jobs a second (default: 1)`;

const between = (least: number, most: number) => least + Math.random() * (most - least);

/** Mostly what succeeds, as in life. */
async function inventJob(): Promise<void> {
  const args = {
    steps: Math.round(between(3, 40)),
    stepMs: Math.round(between(20, 600)),
    fate: Math.random(),
  };
  const dice = Math.random();
  if (dice < 0.75) await DeliverGoods.enqueue({ args });
  else if (dice < 0.87) await RefuseWagon.enqueue({ args });
  else if (dice < 0.97) await CoupleWagons.enqueue({ args });
  else await WaitForSignal.enqueue();
}

await runScript(async () => {
  const { values } = parseArgs({
    options: { rate: { type: 'string', default: '1' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return say(usage);
  const rate = Number(values.rate);
  if (!(rate > 0 && rate <= 1000)) {
    throw new YardmasterError(
      'configuration',
      `--rate expects a number above 0, at most 1000; got "${values.rate}".`,
    );
  }
  const parts = new Parts();
  try {
    await joinDatabase(parts.signal);
    parts.add({ stop: closeDb });
    (await registry()).addPlugin(new TrafficPlugin());
    const worker = await runWorker({
      queues: ['traffic.goods', 'traffic.shunting'],
      slots: 20,
      shutdownTimeoutMs: 2000,
    });
    parts.add({ stop: () => worker.stop('Ctrl-C') });
    say(`Inventing ${rate} jobs a second until Ctrl-C.`);
    while (!parts.signal.aborted) {
      await inventJob();
      await pause((2 * Math.random() * 1000) / rate, undefined, { signal: parts.signal });
    }
  } catch (error) {
    if (!parts.signal.aborted) throw error;
  } finally {
    await parts.stop();
  }
});

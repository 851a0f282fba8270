import { parseArgs } from 'node:util';
import { closeDb, db } from '@/lib/db/client';
import { addLongLog } from '@/prisma/seed/long-log';
import { sendMessages } from '@/prisma/seed/messages';
import { beatHearts, buildWorld, insertWorld } from '@/prisma/seed/world';

const HELP = `Fills the database with invented jobs, schedules, workers and data sources: every state there is.

  npm run db:seed -- [--replace] [--keep-alive] [--long-log]

  --replace      delete all jobs, schedules, workers and data sources first
  --keep-alive   stay, and keep the invented workers' heartbeats fresh until Ctrl-C
  --long-log     also a job with a log of 100,000 entries`;

const HEARTBEAT_MS = 2_000;

const { values } = parseArgs({
  options: {
    replace: { type: 'boolean' },
    'keep-alive': { type: 'boolean' },
    'long-log': { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

async function seed(): Promise<void> {
  if (!values.replace && (await db().job.findFirst({ select: { id: true } })) !== null) {
    throw new Error(
      'The database holds jobs already. Add --replace to delete them, and everything that hangs on them.',
    );
  }
  const now = new Date();
  const world = buildWorld(now);
  await insertWorld(world, { replace: values.replace });
  await sendMessages();
  await beatHearts();
  if (values['long-log']) console.log(`The job with the long log: /jobs/${await addLongLog(now)}`);
  console.log(
    `Seeded ${world.jobs.length} jobs, ${world.schedules.length} schedules, ${world.workers.length} workers.`,
  );
}

async function keepAlive(): Promise<void> {
  console.log("Keeping the invented workers' heartbeats fresh. Ctrl-C ends it.");
  const timer = setInterval(() => void beatHearts(), HEARTBEAT_MS);
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  clearInterval(timer);
}

if (values.help) console.log(HELP);
else {
  try {
    await seed();
    if (values['keep-alive']) await keepAlive();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await closeDb();
  }
}

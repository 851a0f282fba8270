import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { permissionsOf } from '@/lib/auth/permissions';
import { config } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { flushEvents } from '@/lib/events/publish';
import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { SyncDataSourceJob } from '@/plugins/data-sources/jobs/sync-data-source';
import { signIn } from './screenshots/sign-in';
import { findChromium } from './setup/find-chromium';

const HELP = `Measures how long a browser takes to show that a job has changed: from the command to the changed row.

  npm start                                     (in one terminal)
  npm run measure:live -- [--changes 30] [--email …] [--password …]

It opens the list of jobs at PUBLIC_URL, cancels jobs that it made for the purpose, one by one, and watches the rows.`;

const DAY_MS = 24 * 60 * 60 * 1000;
// Longer than a list waits between two reads: on a console where nothing else happens, each change comes alone.
const BETWEEN_MS = 1_300;
const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '30' },
    email: { type: 'string', default: 'admin@example.com' },
    password: { type: 'string', default: 'a long enough password' },
    help: { type: 'boolean', default: false },
  },
});

const actor = { userId: null, name: 'Measurement', permissions: permissionsOf('administrator') };

/** Resolves to the moment, by this machine's clock, at which the row says that its job was cancelled. */
const shownAt = (page: Page, id: string): Promise<number> =>
  page.evaluate(
    // Nothing in here bears a name of its own: the loader of TypeScript would mark it by a helper that the page lacks.
    (id) =>
      new Promise<number>((resolve) => {
        new MutationObserver((_changes, observer) => {
          const row = document.querySelector(`a[href="/jobs/${id}"]`)?.closest('tr');
          if (!row?.querySelector('[data-status="cancelled"]')) return;
          observer.disconnect();
          resolve(Date.now());
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    id,
  );

async function measure(page: Page): Promise<number[]> {
  const scheduleAt = new Date(Date.now() + DAY_MS);
  const names = Array.from({ length: Number(values.changes) }, (_, at) => `Measured change ${at + 1}`);
  const jobs = await SyncDataSourceJob.enqueueMany(names.map((name) => ({ name, scheduleAt })));
  await page.goto(new URL('/jobs?q=Measured+change', config().publicUrl).href);
  await page.locator('[data-state="live"]').first().waitFor({ state: 'attached' });
  const delays: number[] = [];
  for (const { id } of jobs) {
    await pause(BETWEEN_MS);
    const shown = shownAt(page, id);
    const began = Date.now();
    await cancelJob(actor, { id });
    delays.push((await shown) - began);
  }
  return delays.sort((a, b) => a - b);
}

async function run(): Promise<void> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    const page = await browser.newPage();
    await signIn(page, config().publicUrl, values);
    const delays = await measure(page);
    const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))];
    console.log(`${delays.length} changes: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${delays.at(-1)} ms`);
  } finally {
    await browser.close();
    await flushEvents();
    await closeDb();
  }
}

if (values.help) console.log(HELP);
else {
  await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

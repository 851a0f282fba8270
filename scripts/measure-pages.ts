import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type APIRequestContext, chromium } from '@playwright/test';
import { config } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { listShots } from './screenshots/pages';
import { signIn } from './screenshots/sign-in';
import { findChromium } from './setup/find-chromium';

const HELP = `Weighs the scripts that each page of a running console loads first, compressed with gzip.

  npm start                                     (in one terminal: a production build)
  npm run measure:pages -- [--email …] [--password …]

It opens the console at PUBLIC_URL. A page should stay under 250 kB.`;

const MOST_KB = 250;

const { values } = parseArgs({
  options: {
    email: { type: 'string', default: 'admin@example.com' },
    password: { type: 'string', default: 'a long enough password' },
    help: { type: 'boolean', default: false },
  },
});

const weights = new Map<string, Promise<number>>();

/** The bytes of one script after gzip; each is fetched once, however many pages use it. */
function weigh(request: APIRequestContext, address: string): Promise<number> {
  const known = weights.get(address);
  if (known) return known;
  const weight = request
    .get(address)
    .then((answer) => answer.body())
    .then((body) => gzipSync(body).length);
  weights.set(address, weight);
  return weight;
}

async function run(): Promise<void> {
  const base = config().publicUrl;
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    const page = await browser.newPage();
    await signIn(page, base, values);
    const { request } = page;
    console.log('kB      scripts  page');
    for (const { name, path } of [...(await listShots()), { name: 'sign in', path: '/login' }]) {
      const html = await (await request.get(new URL(path, base).href)).text();
      const tags = html.matchAll(/<script(?![^>]*nomodule)[^>]*\ssrc="([^"]+\.js[^"]*)"/gi);
      const scripts = [...new Set([...tags].map(([, source = '']) => new URL(source, base).href))];
      const bytes = await Promise.all(scripts.map((script) => weigh(request, script)));
      const kb = bytes.reduce((sum, each) => sum + each, 0) / 1000;
      const mark = kb > MOST_KB ? `  more than ${MOST_KB} kB` : '';
      console.log(`${kb.toFixed(1).padEnd(7)} ${String(scripts.length).padEnd(8)} ${name}${mark}`);
    }
  } finally {
    await browser.close();
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

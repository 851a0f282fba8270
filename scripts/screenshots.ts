import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { config } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { listShots, OUTSIDE, type Shot } from './screenshots/pages';
import { signIn } from './screenshots/sign-in';
import { findChromium } from './setup/find-chromium';

const HELP = `Takes a picture of every page of a running console, wide and narrow, light and dark.

  npm run db:seed -- --replace --keep-alive     (in one terminal)
  npm run screenshots -- [--out docs/images] [--only overview] [--email …] [--password …] [--setup-link …]

It opens the console at PUBLIC_URL. Where there is no user yet, it makes the administrator with the given credentials.`;

const SIZES = [
  { name: 'wide', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
] as const;
/** As sharp to the eye as what was taken, at a quarter of its size. */
const SMALL = { nearLossless: true, quality: 60, effort: 5 } as const;
const MOST_LOOKS = 8;
const BETWEEN_LOOKS_MS = 400;
const SCHEMES = ['light', 'dark'] as const;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'docs/images' },
    only: { type: 'string', default: '' },
    email: { type: 'string', default: 'admin@example.com' },
    password: { type: 'string', default: 'a long enough password' },
    'setup-link': { type: 'string', default: '' },
    full: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function takeAll(browser: Browser): Promise<void> {
  const shots = (await listShots()).filter(({ name }) => name.startsWith(values.only));
  const context = await browser.newContext({ viewport: SIZES[0] });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`));
  const setup = values['setup-link'] ? [{ name: 'setup', path: values['setup-link'] }] : [];
  for (const shot of [...setup, ...OUTSIDE].filter(({ name }) => name.startsWith(values.only)))
    await take(page, shot, page.getByRole('heading').first());
  await signIn(page, config().publicUrl, values);
  // Live means that the page's scripts run and every time is told in this zone.
  for (const shot of shots) await take(page, shot, page.locator('[data-state="live"]').first());
}

async function take(page: Page, { name, path: address }: Shot, ready: Locator): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(new URL(address, config().publicUrl).href);
      await ready.waitFor({ state: 'attached' });
      await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
      const file = path.join(values.out, `${name}-${size.name}-${colorScheme}.webp`);
      const picture = await settled(page);
      await sharp(picture).webp(SMALL).toFile(file);
      await warnIfTooWide(page, file);
    }
  }
  console.log(name);
}

/** The page once nothing on it changes any more: charts come a little later than the rest. */
async function settled(page: Page): Promise<Buffer> {
  let before: Buffer | undefined;
  for (let look = 0; look < MOST_LOOKS; look++) {
    const picture = await page.screenshot({ fullPage: values.full, animations: 'disabled' });
    if (before?.equals(picture)) return picture;
    before = picture;
    await page.waitForTimeout(BETWEEN_LOOKS_MS);
  }
  return before as Buffer;
}

/** A page that scrolls sideways has lost its layout. */
async function warnIfTooWide(page: Page, file: string): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (excess > 0) console.error(`${file}: ${excess} px wider than the screen`);
}

async function run(): Promise<void> {
  mkdirSync(values.out, { recursive: true });
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    await takeAll(browser);
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

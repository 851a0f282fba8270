import type { BrowserContext, Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { startHttpServer } from '@/plugins/data-sources/testing/http-server';
import { addDataSource, syncAndFollow } from './fixtures/data-source-pages';
import { open, state } from './fixtures/page-parts';
import { sharedYardmaster, signedInState } from './fixtures/people';
import { expect, test, watchErrors } from './fixtures/test';

const MOST_SHIFT = 0.02;
const NOBODY = '00000000-0000-7000-8000-000000000000';
const found = { worker: '', source: '', file: '', schedule: '', completed: '', failed: '' };

const pages: Record<string, () => string> = {
  overview: () => '/',
  'the overview as a table': () => '/?window=1h&table=true',
  jobs: () => '/jobs',
  'jobs, filtered and sorted': () =>
    '/jobs?queue=default&time=7d&sort=-duration&columns=status,name,wait,duration,id',
  'bulk operations': () => '/jobs/bulk',
  'no such bulk operation': () => `/jobs/bulk/${NOBODY}`,
  'jobs, none found': () => '/jobs?q=nothing-is-called-this',
  'a completed job': () => found.completed,
  'a failed job': () => found.failed,
  'no such job': () => `/jobs/${NOBODY}`,
  schedules: () => '/schedules',
  'the calendar of the schedules': () => '/schedules?view=calendar',
  'a schedule': () => found.schedule,
  'a new schedule': () => '/schedules/new',
  'a new schedule of a runner': () => '/schedules/new?runner=data_sources.SyncDataSourceJob',
  'the form of a schedule': () => `${found.schedule}/edit`,
  'system jobs': () => '/system-jobs',
  runners: () => '/runners',
  'a runner': () => '/runners/core.BulkOperationJob',
  queues: () => '/queues',
  'a queue': () => '/queues/default',
  workers: () => '/workers',
  'a worker': () => found.worker,
  notifications: () => '/notifications',
  'settings, the account': () => '/settings/account',
  'settings, the users': () => '/settings/users',
  'settings, the roles': () => '/settings/roles',
  'settings, the API keys': () => '/settings/api-keys',
  'settings, the plugins': () => '/settings/plugins',
  'settings, the system': () => '/settings/system',
  audit: () => '/audit',
  'the audit, filtered': () => '/audit?user=none&type=account&time=7d',
  'data sources': () => '/data-sources',
  'a new data source': () => '/data-sources/new',
  'a data source': () => found.source,
  'the jobs of a data source': () => `${found.source}?tab=jobs`,
  'the form of a data source': () => `${found.source}/edit`,
  'a file': () => found.file,
};

let administrator: BrowserContext;

test.beforeAll(async ({ browser }) => {
  const { url: baseURL } = sharedYardmaster();
  // One context for all pages: it loads and compiles their scripts once.
  administrator = await browser.newContext({ baseURL, storageState: signedInState('administrator') });
  const page = await administrator.newPage();
  let works = true;
  const server = await startHttpServer((_request, response) => {
    response.writeHead(works ? 200 : 500).end(`${'a long line of the ledger; '.repeat(20)}\n`.repeat(50));
  });
  const path = await addDataSource(page, {
    // Made anew by another worker after a failure, and names are unique.
    name: `The ledger of everything that ever went through this yard, ${test.info().workerIndex}`,
    type: 'HTTP download',
    url: `${server.origin}/a/rather/long/way/to/the/ledger/of/the/yard.txt`,
    interval: 'Every day',
  });
  const hrefOf = async (name: string | RegExp) =>
    (await page.getByRole('link', { name }).getAttribute('href')) ?? '';
  found.source = path;
  found.file = await hrefOf('yard.txt');
  found.schedule = await hrefOf(/^in \d/);
  found.completed = `/jobs/${await syncAndFollow(page, path)}`;
  await expect(state(page)).toContainText('Completed');
  await open(page, '/workers');
  found.worker = await hrefOf(/:\d+$/);
  works = false;
  found.failed = `/jobs/${await syncAndFollow(page, path)}`;
  await expect(state(page)).toContainText('Failed');
  await server.close();
  await page.close();
});

for (const [name, address] of Object.entries(pages)) {
  test(`${name}: for everybody, in light and dark, and on a phone`, async () => {
    const page = await administrator.newPage();
    const errors = watchErrors(page);
    await look(page, address(), open);
    await page.close();
    expect(errors).toEqual([]);
  });
}

for (const address of [
  '/login',
  '/setup?token=old',
  '/invite?token=old',
  '/reset-password?token=old',
  '/nowhere',
]) {
  test(`${address}, signed out: for everybody, in light and dark, and on a phone`, async ({ page }) => {
    const errors = watchErrors(page);
    await look(page, address, async () => void (await page.goto(address)));
    expect(errors).toEqual([]);
  });
}

/** Opens a page and looks for what keeps people out: axe's rules in both schemes, what jumps, then sideways overflow on a phone. */
async function look(page: Page, address: string, openWith: typeof open): Promise<void> {
  await page.addInitScript({ content: axe.source });
  await page.addInitScript(() => {
    const seen = window as unknown as { shifted: number };
    seen.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await openWith(page, address);
  await expect(page.getByRole('heading').first()).toBeVisible();
  const colours = { runOnly: ['color-contrast'] };
  await paint(page, 'light');
  expect.soft(await violations(page), 'axe, light').toEqual([]);
  expect.soft(await shifted(page), 'what jumped while the page came to be').toBeLessThan(MOST_SHIFT);
  // In the dark nothing but the colours differs, and on a phone everything but the colours.
  await paint(page, 'dark');
  expect.soft(await violations(page, colours), 'axe, dark').toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const layout = { rules: { 'color-contrast': { enabled: false } } };
  expect.soft(await violations(page, layout), 'axe, on a phone').toEqual([]);
  expect.soft(await overflow(page), 'wider than a phone').toEqual([]);
}

/** Shows the page in a colour scheme, and waits until nothing is on its way from one colour to another. */
async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  await page.waitForFunction(() =>
    document.getAnimations().every((each) => !(each instanceof CSSTransition)),
  );
}

/** The sum of all layout shifts since the page was opened, as browsers count them: 0 is none. */
const shifted = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { shifted: number }).shifted);

const violations = (page: Page, options: RunOptions = {}): Promise<string[]> =>
  page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ resultTypes: ['violations'], ...options });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  }, options);

/** What reaches beyond the right edge and is not inside something that scrolls or cuts by itself. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const contained = (element: Element): boolean => {
      for (
        let around = element.parentElement;
        around && around !== document.body;
        around = around.parentElement
      ) {
        if (getComputedStyle(around).overflowX !== 'visible') return true;
      }
      return false;
    };
    const beyond = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !contained(element),
    );
    const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
    return [...page, ...beyond.map((element) => element.outerHTML.slice(0, 200))];
  });

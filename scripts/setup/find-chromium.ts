import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { YardmasterError } from '@/lib/errors';
import { aptInstall, canApt } from './apt';
import { isProgram, onPath } from './programs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The path of a Chromium: PLAYWRIGHT_CHROMIUM where it is set, else Playwright's own if it is there, else one on
 * PATH, else Playwright's own, downloaded, else Debian's, installed by apt where this process may.
 * @throws YardmasterError when there is none and none can be installed.
 */
export function findChromium(): string {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (!isProgram(named))
      throw new YardmasterError('configuration', `PLAYWRIGHT_CHROMIUM: ${named} is not a program.`);
    return named;
  }
  const found = installed();
  if (found) return found;
  console.log("Downloading Playwright's Chromium.");
  if (download() && isProgram(chromium.executablePath())) return chromium.executablePath();
  if (canApt()) {
    console.log("Playwright's Chromium can't be downloaded from here.");
    aptInstall('chromium');
    const installedByApt = installed();
    if (installedByApt) return installedByApt;
  }
  throw new YardmasterError(
    'configuration',
    "The browser stories need Chromium: there is none on PATH and Playwright's could not be downloaded. Install one (Debian: apt-get install chromium) or set PLAYWRIGHT_CHROMIUM to its path.",
  );
}

function installed(): string | null {
  if (isProgram(chromium.executablePath())) return chromium.executablePath();
  for (const name of NAMES) {
    const found = onPath(name);
    if (found) return found;
  }
  return null;
}

function download(): boolean {
  const args = ['playwright', 'install', ...(canApt() ? ['--with-deps'] : []), 'chromium'];
  const result = spawnSync('npx', ['--no-install', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 180_000,
  });
  return result.status === 0;
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { YardmasterError } from '@/lib/errors';

let listsAreFresh = false;

/** Whether this process may install Debian packages. */
export function canApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs a Debian package, never asking anything; what apt says goes to the terminal only when it fails. */
export function aptInstall(name: string): void {
  console.log(`Installing Debian's ${name} with apt-get.`);
  if (!listsAreFresh) apt('update');
  listsAreFresh = true;
  apt('install', '--yes', '--no-install-recommends', name);
}

function apt(...args: string[]): void {
  const result = spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  throw new YardmasterError('unavailable', `apt-get ${args.join(' ')} failed; what it said is above.`, {
    cause: result.error,
  });
}

import { execFileSync } from 'node:child_process';
import { YardmasterError } from '@/lib/errors';
import { aptInstall, canApt } from './apt';
import { isProgram, onPath } from './programs';

/**
 * The path of a `redis-server` program: REDIS_SERVER where it is set, else the one on PATH, else Debian's, installed
 * by apt where this process may. Says so before it installs.
 * @throws YardmasterError when there is none and none can be installed.
 */
export function findRedisServer(): string {
  const named = process.env.REDIS_SERVER;
  if (named) {
    if (!isProgram(named))
      throw new YardmasterError('configuration', `REDIS_SERVER: ${named} is not a program.`);
    return named;
  }
  const found = onPath('redis-server');
  if (found) return found;
  if (canApt()) {
    aptInstall('redis-server');
    const installed = onPath('redis-server');
    if (installed) return installed;
  }
  throw new YardmasterError(
    'configuration',
    'These tests need a real redis-server and there is none on PATH. Install Redis 7 or newer (Debian: apt-get install redis-server) or set REDIS_SERVER to its path.',
  );
}

/** The version line of a redis-server, such as `7.0.15`. */
export function redisVersion(program: string): string {
  const said = execFileSync(program, ['--version'], { encoding: 'utf8' });
  return /v=([\d.]+)/.exec(said)?.[1] ?? said.trim();
}

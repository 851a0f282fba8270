import { spawnSync } from 'node:child_process';
import { aptInstall, canApt } from '@/scripts/setup/apt';

/** Debian's Python, not another one on PATH: its packages are seen by it alone. */
const PYTHON = '/usr/bin/python3';
const PACKAGES = { rq: 'python3-rq', django: 'python3-django', psycopg2: 'python3-psycopg2' };

/**
 * The path of a Python that knows RQ, Django and psycopg2, which are installed from Debian where that may be done.
 * @throws Error when they are missing and can't be installed.
 */
export function debianPython(): string {
  for (const [module, name] of Object.entries(PACKAGES)) {
    if (knows(module)) continue;
    if (canApt()) aptInstall(name);
    if (!knows(module)) throw new Error(`${PYTHON} has no module ${module}; Debian has it in ${name}`);
  }
  return PYTHON;
}

const knows = (module: string): boolean => spawnSync(PYTHON, ['-c', `import ${module}`]).status === 0;

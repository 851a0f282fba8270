import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './start/root';

// The peers live in a package of their own, so that nobody who runs Yardmaster installs them.
const folder = path.join(root, 'bench');
const run = (command: string, args: string[], cwd: string): void => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
if (!existsSync(path.join(folder, 'node_modules'))) run('npm', ['ci', '--no-audit', '--no-fund'], folder);
run(process.execPath, ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)], root);

import path from 'node:path';

/** Where the bundle of a program is, such as `lib/worker/testing/main`. */
export function workerProgram(name: string): string {
  const folder = process.env.WORKER_PROGRAMS;
  if (!folder) throw new Error('The worker programs are not bundled: bundleWorkerPrograms does that.');
  return path.join(folder, `${name}.mjs`);
}

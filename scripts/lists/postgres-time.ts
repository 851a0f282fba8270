import { readdirSync, readFileSync } from 'node:fs';

const NS_PER_MS = 1_000_000;

/** Milliseconds of processor time that the processes of a PostgreSQL server have used so far, to the microsecond. Linux only. */
export function postgresTimeMs(postmaster: number): number {
  let sum = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
      if (parent === String(postmaster))
        sum += Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // It ended between the two looks.
    }
  }
  return sum / NS_PER_MS;
}

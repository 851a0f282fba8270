import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds of processor time that these processes and all that they started have used so far. Linux only. */
export function processorTimeMs(roots: readonly number[]): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)));
  const sum = (isMine: (process: (typeof processes)[number]) => boolean): number =>
    processes
      .filter(isMine)
      .reduce((total, mine) => total + mine.ms + sum(({ parent }) => parent === mine.pid), 0);
  return sum(({ pid }) => roots.includes(pid));
}

function statOf(pid: number): { pid: number; parent: number; ms: number }[] {
  try {
    // What follows the name, which may itself hold brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return [{ pid, parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS }];
  } catch {
    return [];
  }
}

import { readdirSync, readFileSync } from 'node:fs';

/** A tick of /proc in microseconds: 100 a second on every Linux. */
const TICK_US = 10_000;
const PAGE_MB = 4096 / 2 ** 20;

interface Process {
  pid: number;
  parent: number;
  /** Its own time and that of its children that have ended. */
  us: number;
  residentMb: number;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name in brackets may hold spaces; what follows it is counted from the closing one.
        const text = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = text
          .slice(text.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number);
        const at = (n: number): number => fields[n - 3] ?? 0;
        const us = (at(14) + at(15) + at(16) + at(17)) * TICK_US;
        return [{ pid: Number(name), parent: at(4), us, residentMb: at(24) * PAGE_MB }];
      } catch {
        return []; // It has just ended.
      }
    });
}

/**
 * Processor time (µs) and resident memory (MB) of processes and all below them, those that have ended included in the time.
 * `without`: leave the named ones themselves out.
 */
export function usageOf(
  pids: readonly number[],
  { without = false } = {},
): { us: number; residentMb: number } {
  const all = processes();
  const family = new Set(pids);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  const counted = all.filter(({ pid }) => family.has(pid) && !(without && pids.includes(pid)));
  const sum = (of: (one: Process) => number): number => counted.reduce((total, one) => total + of(one), 0);
  return { us: sum(({ us }) => us), residentMb: sum(({ residentMb }) => residentMb) };
}

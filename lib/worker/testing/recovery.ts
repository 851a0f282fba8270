/** Says how long a recovery took, so that a whole run of the fault tests leaves a table. Nothing depends on it. */
export function tellRecovery(line: string, what: string, since: number): void {
  console.log(
    `recovery  ${line.padEnd(4)} ${((Date.now() - since) / 1000).toFixed(1).padStart(5)} s  ${what}`,
  );
}

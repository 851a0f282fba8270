/** Tells the person at the terminal what happens. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

import { YardmasterError } from '@/lib/errors';

/** Runs a command's work; an expected error becomes one sentence, any other is shown whole; both end with code 1. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof YardmasterError ? error.message : error);
    process.exitCode = 1;
  }
}

import { jsonText, MAX_RESULT_BYTES } from '../json-input';
import type { JobRunnerClass } from '../runner';
import type { JobContext } from './job-context';
import { type Outcome, outcomeOf } from './outcome';

/** Runs a job in this process: arguments, `run`, outcome. Never rejects. */
export async function runHere(Runner: JobRunnerClass, context: JobContext, given: unknown): Promise<Outcome> {
  const args = Runner.args ? Runner.args.safeParse(given) : { success: true as const, data: given };
  if (!args.success) {
    const error = `Its arguments do not fit the runner's schema: ${args.error.message}`;
    return { kind: 'errored', error, stack: null, reason: 'invalid_args' };
  }
  try {
    const data = await new Runner(context).run(args.data as never);
    return {
      kind: 'completed',
      dataText: data === undefined ? null : jsonText('The result', data, MAX_RESULT_BYTES),
    };
  } catch (thrown) {
    return outcomeOf(thrown);
  }
}

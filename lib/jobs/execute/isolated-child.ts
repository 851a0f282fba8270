import { registry } from '../registry';
import type { ClaimedJob } from '../store/claimed-job';
import { JobAborted } from './abort';
import type { FromChild, ToChild } from './isolated-run';
import { JobContext, type ReportSink } from './job-context';
import { runHere } from './run-here';

// The program of the process in which an isolated job runs: it is told one job, runs it, says how it ended, ends.
const controller = new AbortController();

function tell(message: FromChild): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(message, undefined, undefined, () => resolve());
    else resolve();
  });
}

const sink: ReportSink = {
  log: (line) => void tell({ kind: 'log', line }),
  progress: (progress) => void tell({ kind: 'progress', progress }),
};

async function run(job: ClaimedJob): Promise<void> {
  const known = await registry();
  const runner = known.find(job.runner)?.runner;
  const revived = { ...job, createdAt: new Date(job.createdAt), runAt: new Date(job.runAt) };
  const context = new JobContext(revived, { registry: known, reporter: sink }, controller);
  const outcome = runner
    ? await runHere(runner, context, job.args)
    : ({
        kind: 'errored',
        error: `No runner ${job.runner} is registered here.`,
        stack: null,
        reason: 'unknown_runner',
      } as const);
  await tell({ kind: 'outcome', outcome });
  process.exit(0);
}

process.on('message', (message: ToChild) => {
  if (message.kind === 'run') void run(message.job);
  else controller.abort(new JobAborted(message.because));
});
// The worker is gone: whatever comes of this run, nobody would hear of it.
process.on('disconnect', () => process.exit(1));
// Ctrl-C reaches the whole group; the worker decides what it means for this job.
process.on('SIGINT', () => undefined);
void tell({ kind: 'ready' });

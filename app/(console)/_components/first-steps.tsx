import Link from 'next/link';
import { Section } from '@/components/layout/section';
import classes from './overview.module.css';

/** What to do first, while no job has ever been enqueued. */
export function FirstSteps({ hasWorker }: { hasWorker: boolean }) {
  return (
    <Section title="First steps" note="The charts come with the first job">
      <ol className={classes.steps}>
        <li data-done={hasWorker}>
          <b>{hasWorker ? 'A worker runs.' : 'Start a worker.'}</b>{' '}
          {hasWorker ? (
            <>
              <Link href="/workers">Workers</Link> shows what it does.
            </>
          ) : (
            <>
              <code>npm start</code> brings one; <code>npm run worker</code> adds more, on any machine.
            </>
          )}
        </li>
        <li>
          <b>Give it something to do.</b> Add a <Link href="/data-sources">data source</Link> and press Sync
          now, or start any of the <Link href="/runners">runners</Link> by hand.
        </li>
        <li>
          <b>Write a job of your own.</b> A class with a <code>run()</code> in a folder under{' '}
          <code>plugins/</code>; docs/writing-a-plugin.md takes ten minutes. It appears here as soon as it is
          enqueued.
        </li>
      </ol>
    </Section>
  );
}

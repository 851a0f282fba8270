import Link from 'next/link';
import { Fragment } from 'react';
import { Fact, Facts } from '@/components/ui/facts';
import type { SystemState } from '@/lib/system/queries';
import classes from './system.module.css';

const KINDS: Record<string, string> = { postgres: 'PostgreSQL', redis: 'Redis' };

/** What the installation runs on, and what is wrong with it as far as workers tell. */
export function SystemFacts({ system }: { system: SystemState }) {
  const { version, readOnly, postgres, transport, builds, retention } = system;
  const { jobDays, perSchedule, auditDays, statisticsDays } = retention;
  return (
    <Facts>
      <Fact name="Yardmaster">
        {version}
        {readOnly ? ', read-only' : null}
      </Fact>
      <Fact name="PostgreSQL">
        {postgres.version}
        {postgres.embedded ? ', embedded' : null}{' '}
        <span className="dim number">answers in {postgres.latencyMs} ms</span>
      </Fact>
      <Fact name="Transport">
        <Transport transport={transport} />
      </Fact>
      <Fact name="Workers">
        {builds.length === 0 ? <span className="dim">none is live</span> : null}
        {builds.map(({ version: build, workers }, at) => (
          <Fragment key={build}>
            {at > 0 ? ', ' : null}
            <Link href="/workers">{counted(workers, 'worker')}</Link> of <code>{build}</code>
          </Fragment>
        ))}
      </Fact>
      <Fact name="Finished jobs">
        {jobDays === 0
          ? 'kept for ever'
          : `kept for ${counted(jobDays, 'day')}, the last ${perSchedule} of each schedule longer`}
      </Fact>
      <Fact name="Audit">{auditDays === 0 ? 'kept for ever' : `kept for ${counted(auditDays, 'day')}`}</Fact>
      <Fact name="Statistics">kept for {counted(statisticsDays, 'day')}</Fact>
    </Facts>
  );
}

function Transport({ transport: { configured, workers } }: { transport: SystemState['transport'] }) {
  if (workers.length === 0) {
    return (
      <>
        {KINDS[configured]} <span className="dim">as set here; no worker is live to say how it does</span>
      </>
    );
  }
  return workers.map(({ backend, workers: count, troubled, trouble }) => (
    <div key={backend}>
      {KINDS[backend] ?? backend}{' '}
      <span className="dim">
        as {counted(count, 'worker')} {count === 1 ? 'tells' : 'tell'}
      </span>
      {backend === configured ? null : <p className={classes.trouble}>Set here is {KINDS[configured]}.</p>}
      {troubled > 0 ? (
        <p className={classes.trouble}>
          {troubled} in trouble: {trouble}
        </p>
      ) : null}
    </div>
  ));
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

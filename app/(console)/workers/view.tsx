'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import type { WorkerSummary } from '@/lib/workers/queries';
import { workersOptions } from '@/lib/workers/query-options';
import { DriftNotice } from './_components/drift-notice';
import { RunningTable } from './_components/running-table';
import { WorkerTable } from './_components/worker-table';
import classes from './_components/workers-page.module.css';

export function WorkersView() {
  const workers = useQuery(workersOptions());
  return (
    <>
      <PageHeader title="Workers" />
      <Region query={workers} what="the workers" skeleton={<SkeletonRows rows={6} />}>
        {(rows) =>
          rows.length === 0 ? (
            <NoWorkers />
          ) : (
            <>
              <DriftNotice />
              <Workers workers={rows} />
            </>
          )
        }
      </Region>
    </>
  );
}

function Workers({ workers }: { workers: readonly WorkerSummary[] }) {
  const present = workers.filter(({ state }) => state === 'live' || state === 'silent');
  const gone = workers.filter(({ state }) => state === 'lost' || state === 'ended');
  return (
    <>
      {present.length > 0 ? (
        <>
          <WorkerTable label="Workers" workers={present} />
          <HowToStart />
        </>
      ) : (
        <NoWorkers />
      )}
      <RunningTable workers={present} />
      {gone.length > 0 ? (
        <Section title="Gone" note="in the last 24 hours">
          <WorkerTable label="Workers that are gone" workers={gone} />
        </Section>
      ) : null}
    </>
  );
}

function HowToStart() {
  const command = 'npm run worker';
  return (
    <div className={classes.start}>
      Another worker is started with <code>{command}</code>{' '}
      <CopyButton text={command} label="Copy the command" />
    </div>
  );
}

function NoWorkers() {
  return (
    <EmptyFace title="No worker runs">
      Jobs are taken in and wait. Start a worker with <code>npm run worker</code>; name queues to serve only
      those, as in <code>npm run worker -- high default</code>.
    </EmptyFace>
  );
}

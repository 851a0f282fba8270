import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Section } from '@/components/layout/section';
import { RelativeTime } from '@/components/time/relative-time';
import { ErrorFace } from '@/components/ui/error-face';
import type { Diagnosis } from '@/lib/system/diagnosis';
import { diagnosisOptions } from '@/lib/system/query-options';
import classes from './system.module.css';

/** What the doctor finds in the tables, once somebody asks. */
export function DoctorSection() {
  const { data, error, isFetching, refetch } = useQuery(diagnosisOptions());
  return (
    <Section
      title="Doctor"
      note={data ? <RelativeTime at={data.at} /> : null}
      actions={
        <Button size="compact-sm" variant="default" loading={isFetching} onClick={() => void refetch()}>
          {data ? 'Look again' : 'Look for violations'}
        </Button>
      }
    >
      {error ? <ErrorFace title="The doctor could not look" message={error.message} /> : null}
      {data && !error ? (
        <>
          <Findings diagnosis={data} />
          <p className={classes.text}>
            It read every live job and the newest {data.depth.toLocaleString('en-GB')} of all.
          </p>
        </>
      ) : null}
      {data || error ? null : (
        <p className={classes.text}>
          Reads the tables and tells what must hold but doesn&apos;t, such as a running job without a worker.
          It changes nothing. <code>npm run doctor</code> looks at the transport as well, and mends.
        </p>
      )}
    </Section>
  );
}

function Findings({ diagnosis: { findings, looked } }: { diagnosis: Diagnosis }) {
  if (findings.length === 0) {
    return (
      <p className={classes.text} role="status">
        All of the {looked} invariants hold, as far as the tables show.
      </p>
    );
  }
  return (
    <ul className={classes.findings} aria-label="Findings">
      {findings.map(({ invariant, describe, level, mendable, rows }) => (
        <li key={invariant}>
          <div className={classes.head}>
            {level === 'violation' ? (
              <IconAlertTriangle size={16} role="img" aria-label="Violation" />
            ) : (
              <IconInfoCircle size={16} data-level="info" role="img" aria-label="Information" />
            )}
            <span>
              {describe}{' '}
              {mendable ? (
                <span className="dim">
                  <code>npm run doctor -- --repair</code> mends it.
                </span>
              ) : null}
            </span>
          </div>
          <ul className={classes.rows}>
            {rows.map((row) => (
              <li key={JSON.stringify(row)}>{textOf(row)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const textOf = ({ id, ...details }: Diagnosis['findings'][number]['rows'][number]): string =>
  [
    id,
    ...Object.entries(details)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`),
  ].join(' ');

'use client';

import { Button, NativeSelect } from '@mantine/core';
import { IconArrowBarToDown } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { Section } from '@/components/layout/section';
import { Region } from '@/components/ui/region';
import type { LogLevel } from '@/lib/db/generated/enums';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { fetchEarlierLog, jobLogOptions } from '@/lib/jobs/query-options';
import { isTerminal } from '@/lib/jobs/status';
import { logParams } from '../search-params';
import classes from './log.module.css';
import { LogLines } from './log-lines';

const LEVELS: { value: LogLevel; label: string }[] = [
  { value: 'debug', label: 'Everything' },
  { value: 'info', label: 'Info and above' },
  { value: 'warning', label: 'Warnings and errors' },
  { value: 'error', label: 'Errors' },
];

/** What the job says, as it says it. */
export function LogSection({ job }: { job: JobDetail }) {
  const [{ level, follow }, setParams] = useQueryStates(logParams, { history: 'replace' });
  const options = jobLogOptions(job.id, level);
  const query = useQuery(options);
  const queryClient = useQueryClient();
  const showEarlier = async () => {
    const first = query.data?.entries[0];
    if (!first) return;
    const earlier = await fetchEarlierLog(job.id, level, first);
    queryClient.setQueryData(options.queryKey, (known) =>
      known ? { entries: [...earlier.entries, ...known.entries], more: earlier.more } : known,
    );
  };
  const live = !isTerminal(job.status);
  return (
    <Section
      title="Log"
      note={
        <span className="number">{noteOf(query.data?.entries.length ?? 0, query.data?.more ?? false)}</span>
      }
      actions={
        <>
          <NativeSelect
            className={classes.select}
            aria-label="Least level shown"
            data={LEVELS}
            value={level}
            onChange={(event) => {
              const picked = LEVELS.find(({ value }) => value === event.currentTarget.value);
              void setParams({ level: picked?.value ?? null });
            }}
          />
          {isTerminal(job.status) ? null : (
            <Button
              variant={follow ? 'light' : 'default'}
              aria-pressed={follow}
              leftSection={<IconArrowBarToDown size={14} aria-hidden />}
              onClick={() => void setParams({ follow: !follow })}
            >
              Follow
            </Button>
          )}
        </>
      }
    >
      <Region query={query} what="the log" skeleton={<div className={classes.place} />}>
        {({ entries, more }) =>
          entries.length === 0 ? (
            <p className={classes.nothing}>{nothingText(job, level)}</p>
          ) : (
            <LogLines
              entries={entries}
              live={live}
              growing={job.status === 'running'}
              follow={follow}
              onFollow={(next) => void setParams({ follow: next })}
              onEarlier={more ? () => void showEarlier() : undefined}
            />
          )
        }
      </Region>
    </Section>
  );
}

function noteOf(count: number, more: boolean): string {
  if (count === 0) return '';
  const entries = `${count.toLocaleString('en-GB')} ${count === 1 ? 'entry' : 'entries'}`;
  return more ? `the newest ${entries}` : entries;
}

function nothingText(job: JobDetail, level: LogLevel): string {
  if (level !== 'debug') return 'No entry of this level.';
  if (isTerminal(job.status)) return 'It said nothing.';
  return job.status === 'running'
    ? 'It has said nothing yet.'
    : 'It has not started. What it says appears here as it says it.';
}

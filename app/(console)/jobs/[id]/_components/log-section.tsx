'use client';

import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconTextWrap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { useCallback, useId, useState } from 'react';
import { Region } from '@/components/ui/region';
import type { LogLevel } from '@/lib/db/generated/enums';
import type { LogOutline } from '@/lib/jobs/log-outline';
import { jobLogOptions, logFindsOptions } from '@/lib/jobs/log-query-options';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { isTerminal } from '@/lib/jobs/status';
import { logParams } from '../search-params';
import classes from './log.module.css';
import { LogFoot } from './log-foot';
import { LogLines } from './log-lines';
import { LogSearch } from './log-search';

const LEVELS: { value: LogLevel; label: string }[] = [
  { value: 'debug', label: 'Everything' },
  { value: 'info', label: 'Info and above' },
  { value: 'warning', label: 'Warnings and errors' },
  { value: 'error', label: 'Errors' },
];

/** What the job says, as it says it: by level, searched, wrapped, pointed at, followed, taken away as a file. */
export function LogSection({ job }: { job: JobDetail }) {
  const id = useId();
  const [{ level, find, line, wrap }, setParams] = useQueryStates(logParams, { history: 'replace' });
  const query = useQuery(jobLogOptions(job.id, level));
  const { data: finds, isError } = useQuery(logFindsOptions(job.id, level, find));
  const [current, setCurrent] = useState(0);
  const setFind = useCallback(
    (text: string) => {
      setCurrent(0);
      void setParams({ find: text || null, line: null });
    },
    [setParams],
  );
  const count = finds?.indexes.length ?? 0;
  const move = (by: 1 | -1) => {
    if (count > 0) setCurrent((current + by + count) % count);
  };
  return (
    <section aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>Log</h2>
        <span className={`number ${classes.note}`}>{query.data ? noteOf(query.data) : null}</span>
        <LogSearch
          value={find}
          onChange={setFind}
          finds={finds}
          current={current}
          onMove={move}
          failed={isError}
        />
        <NativeSelect
          className={classes.select}
          aria-label="Least level shown"
          data={LEVELS}
          value={level}
          onChange={(event) => {
            const picked = LEVELS.find(({ value }) => value === event.currentTarget.value);
            setCurrent(0);
            void setParams({ level: picked?.value ?? null });
          }}
        />
        <ActionIcon
          aria-label="Wrap long lines"
          title="Wrap long lines"
          aria-pressed={wrap}
          variant={wrap ? 'light' : 'subtle'}
          color={wrap ? 'iris' : 'gray'}
          onClick={() => void setParams({ wrap: !wrap })}
        >
          <IconTextWrap size={16} stroke={1.8} aria-hidden />
        </ActionIcon>
      </div>
      <Region query={query} what="the log" skeleton={<div className={classes.place} />}>
        {(outline) =>
          outline.total === 0 ? (
            <p className={classes.nothing}>{nothingText(job, level)}</p>
          ) : (
            <>
              <LogLines
                key={`${level}.${wrap}`}
                jobId={job.id}
                level={level}
                outline={outline}
                live={!isTerminal(job.status)}
                growing={job.status === 'running'}
                wrap={wrap}
                find={find}
                line={line}
                found={finds?.indexes[current] ?? null}
                onPoint={({ attempt, seq }) => void setParams({ line: { attempt, seq } })}
              />
              <LogFoot jobId={job.id} level={level} outline={outline} />
            </>
          )
        }
      </Region>
    </section>
  );
}

const noteOf = ({ total }: LogOutline): string =>
  total === 0 ? '' : `${total.toLocaleString('en-GB')} ${total === 1 ? 'entry' : 'entries'}`;

function nothingText(job: JobDetail, level: LogLevel): string {
  if (level !== 'debug') return 'No entry of this level.';
  if (isTerminal(job.status)) return 'It said nothing.';
  return job.status === 'running'
    ? 'It has said nothing yet.'
    : 'It has not started. What it says appears here as it says it.';
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { Pager } from '@/components/data-table/pager';
import { StatusBadge } from '@/components/job/status-badge';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import { shortId } from '@/components/ui/short-id';
import { ToggleChip } from '@/components/ui/toggle-chip';
import type { BulkDetail, BulkOutcome } from '@/lib/bulk/queries';
import { bulkOutcomesOptions, type OutcomeFilter } from '@/lib/bulk/query-options';
import { BULK_VERBS, SKIP_REASONS } from '@/lib/bulk/verbs';
import { outcomeParams, outcomesHref } from '../search-params';
import classes from './bulk-page.module.css';

/** What became of each job, those that were left alone with the reason. */
export function Outcomes({ operation }: { operation: BulkDetail }) {
  const [page, setPage] = useQueryStates(outcomeParams, { history: 'push' });
  const query = useQuery({ ...bulkOutcomesOptions(operation.id, page), placeholderData: keepPreviousData });
  const { done } = BULK_VERBS[operation.verb];
  const choices: { what: OutcomeFilter; label: string; count: number }[] = [
    { what: 'all', label: 'All', count: operation.changed + operation.skipped },
    { what: 'changed', label: done.charAt(0).toUpperCase() + done.slice(1), count: operation.changed },
    { what: 'skipped', label: 'Skipped', count: operation.skipped },
    ...operation.reasons.map(({ why, count }) => ({ what: why, label: SKIP_REASONS[why], count })),
  ];
  const hrefAt = (cursor: { after: string | null; before: string | null }) =>
    outcomesHref(`/jobs/bulk/${operation.id}`, { ...page, ...cursor });
  return (
    <>
      <fieldset className={classes.choices} aria-label="Filter by outcome">
        {choices.map(({ what, label, count }) => (
          <ToggleChip
            key={what}
            pressed={page.what === what}
            count={count.toLocaleString('en-GB')}
            onClick={() => void setPage({ what, after: null, before: null })}
          >
            {label}
          </ToggleChip>
        ))}
      </fieldset>
      <Region query={query} what="the outcomes">
        {({ rows, after, before }) =>
          rows.length === 0 ? (
            <EmptyFace title="No job here">
              {operation.state === 'finished' ? 'It met none.' : 'A job appears here once its batch is done.'}
            </EmptyFace>
          ) : (
            <>
              <DataTable
                label="Outcomes"
                columns={columnsFor(done)}
                rows={rows}
                rowKey={({ jobId }) => jobId}
                rowHref={({ jobId }) => `/jobs/${jobId}`}
                linkColumn="name"
                phoneLine={({ skipped }) => (skipped ? `Skipped. ${SKIP_REASONS[skipped]}` : done)}
              />
              <Pager
                newer={before && hrefAt({ before, after: null })}
                older={after && hrefAt({ after, before: null })}
              >
                {rows.length} {rows.length === 1 ? 'job' : 'jobs'}, newest first
              </Pager>
            </>
          )
        }
      </Region>
    </>
  );
}

const columnsFor = (done: string): Column<BulkOutcome>[] => [
  { key: 'name', header: 'Job', width: '28%', render: ({ name }) => name },
  {
    key: 'before',
    header: 'Before',
    width: '126px',
    leaveOut: 'phone',
    render: ({ status }) => <StatusBadge status={status} />,
  },
  {
    key: 'outcome',
    header: 'Outcome',
    leaveOut: 'phone',
    render: ({ skipped }) => (skipped ? <span className="dim">Skipped. {SKIP_REASONS[skipped]}</span> : done),
  },
  {
    key: 'now',
    header: 'Now',
    width: '126px',
    narrow: '110px',
    render: ({ now }) => (now ? <StatusBadge status={now} /> : <span className="dim">Deleted</span>),
  },
  {
    key: 'id',
    header: 'Id',
    width: '140px',
    leaveOut: 'desktop',
    render: ({ jobId }) => (
      <code className="dim" title={jobId}>
        {shortId(jobId)}
      </code>
    ),
  },
];

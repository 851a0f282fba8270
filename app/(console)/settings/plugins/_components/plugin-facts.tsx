import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { formatDuration } from '@/components/time/format-time';
import { Fact, Facts } from '@/components/ui/facts';
import type { PluginSummary } from '@/lib/system/plugins';

const MINUTE_MS = 60_000;

/** What a plugin brings, and which workers have which version of it. */
export function PluginFacts({ plugin }: { plugin: PluginSummary }) {
  const { queues, runners, objectTypes, systemJobs, workers } = plugin;
  return (
    <Facts>
      <Fact name="Runners">
        <List
          of={runners}
          render={({ key, name }) => <Link href={`/runners/${encodeURIComponent(key)}`}>{name}</Link>}
        />
      </Fact>
      <Fact name="System jobs">
        <List
          of={systemJobs}
          render={({ name, intervalMinutes }) => (
            <>
              {name} <span className="dim">every {formatDuration(intervalMinutes * MINUTE_MS)}</span>
            </>
          )}
        />
      </Fact>
      <Fact name="Queues">
        <List
          of={queues}
          render={(queue) => (
            <Link href={`/queues/${encodeURIComponent(queue)}`}>
              <code>{queue}</code>
            </Link>
          )}
        />
      </Fact>
      <Fact name="Object types">
        <List
          of={objectTypes}
          render={({ type, label }) => (
            <>
              {label} <code className="dim">{type}</code>
            </>
          )}
        />
      </Fact>
      <Fact name="Workers">
        {workers.length === 0 ? <span className="dim">no worker is live</span> : null}
        {workers.map(({ version, names }, at) => (
          <Fragment key={version}>
            {at > 0 ? ', ' : null}
            <span title={names.join('\n')}>
              {version === null ? 'no version of it' : <code>{version}</code>} on {names.length}{' '}
              {names.length === 1 ? 'worker' : 'workers'}
            </span>
          </Fragment>
        ))}
      </Fact>
    </Facts>
  );
}

function List<Item>({ of, render }: { of: readonly Item[]; render: (item: Item) => ReactNode }) {
  if (of.length === 0) return <span className="dim">none</span>;
  return of.map((item, at) => (
    <Fragment key={JSON.stringify(item)}>
      {at > 0 ? ', ' : null}
      {render(item)}
    </Fragment>
  ));
}

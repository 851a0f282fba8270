import Link from 'next/link';
import { RelativeTime } from '@/components/time/relative-time';
import { CopyButton } from '@/components/ui/copy-button';
import { Fact, Facts } from '@/components/ui/facts';
import { formatBytes } from '@/plugins/data-sources/format-bytes';
import type { DataSourceDetail } from '@/plugins/data-sources/queries';
import { intervalWords } from '../../_components/sync-interval';
import classes from './data-source-page.module.css';

/** Where it reads from, how often, and what came of it. */
export function DataSourceFacts({ source }: { source: DataSourceDetail }) {
  const { url, files, bytes, job, ignoreRules, description, hasSecret, parameters } = source;
  const set = Object.entries(parameters).filter(([, value]) => value !== '' && value !== null);
  return (
    <Facts>
      <Fact name={source.typeLabel}>
        <code>{url}</code> <CopyButton text={url} label="Copy the address" />
      </Fact>
      {set.map(([name, value]) => (
        <Fact key={name} name={wordsOf(name)}>
          {typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value)}
        </Fact>
      ))}
      {hasSecret ? <Fact name="Secret">Stored, never shown</Fact> : null}
      <Fact name="Synced">
        {source.enabled ? intervalWords(source.syncIntervalMinutes) : 'Disabled: nothing syncs it'}
      </Fact>
      <Fact name="Next sync">
        <NextSync source={source} />
      </Fact>
      <Fact name="Last synced">
        <RelativeTime at={source.lastSyncedAt} empty="never" />
      </Fact>
      {job ? (
        <Fact name="Last job">
          <Link href={`/jobs/${job.id}`}>Open it with its log</Link>
        </Fact>
      ) : null}
      <Fact name="Files">
        <span className="number">
          {files.toLocaleString('en-GB')} ({formatBytes(bytes)})
        </span>
      </Fact>
      {ignoreRules ? (
        <Fact name="Ignore rules">
          <code className={classes.rules}>{ignoreRules}</code>
        </Fact>
      ) : null}
      {description ? <Fact name="Description">{description}</Fact> : null}
    </Facts>
  );
}

function NextSync({ source: { nextSyncAt, scheduleId } }: { source: DataSourceDetail }) {
  if (!nextSyncAt || !scheduleId) return <RelativeTime at={nextSyncAt} empty="not scheduled" />;
  return (
    <Link href={`/schedules/${scheduleId}`}>
      <RelativeTime at={nextSyncAt} />
    </Link>
  );
}

/** `skipTopFolder` as `Skip top folder`. */
function wordsOf(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import { IconGitCompare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Drift } from '@/lib/workers/drift';
import { driftOptions } from '@/lib/workers/query-options';
import classes from './workers-page.module.css';

/** Which versions run side by side, and which runners only some workers know: a deploy under way, or stuck half through. */
export function DriftNotice() {
  const { data } = useQuery(driftOptions());
  if (!data || (data.versions.length < 2 && data.runners.length === 0)) return null;
  return (
    <div className={classes.notice}>
      <IconGitCompare size={16} stroke={1.9} aria-hidden />
      <div>
        {data.versions.length > 1 ? <Versions versions={data.versions} /> : null}
        {data.runners.length > 0 ? <Runners runners={data.runners} /> : null}
      </div>
    </div>
  );
}

const Versions = ({ versions }: Pick<Drift, 'versions'>) => (
  <p>
    <b>{versions.length} versions run side by side:</b>{' '}
    {versions.map(({ version, workers }, at) => (
      <span key={version} title={workers.join('\n')}>
        {at > 0 ? ', ' : ''}
        <code>{version}</code> on {workers.length} {workers.length === 1 ? 'worker' : 'workers'}
      </span>
    ))}
    .
  </p>
);

const Runners = ({ runners }: Pick<Drift, 'runners'>) => (
  <details>
    <summary>
      <b>
        {runners.length === 1 ? 'One runner is' : `${runners.length} runners are`} known to some workers only.
      </b>{' '}
      Their jobs run where they are known.
    </summary>
    <ul>
      {runners.map(({ key, known, unknown }) => (
        <li key={key}>
          <code>{key}</code>: known to {known.join(', ')}; unknown to {unknown.join(', ')}
        </li>
      ))}
    </ul>
  </details>
);

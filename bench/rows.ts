import type { Entry } from './contenders';
import { measurements } from './measurements';
import type { Metric } from './sample';

/** A line of the table, and a group of bars of the picture: one metric of one measurement. */
export interface Row {
  title: string;
  unit: string;
  measurement: string;
  metric: Metric;
  higherIsBetter: boolean;
  /** Whom it says something about. Default: everybody the measurement applies to. */
  appliesTo?(entry: Entry): boolean;
}

/** Measurements that read processor time. */
const timed = /^(add|process|cost)-/;
const onPostgres = ({ stores }: Entry): boolean => stores.includes('postgres');

const less = (
  title: string,
  unit: string,
  measurement: string,
  metric: Metric,
  appliesTo?: Row['appliesTo'],
): Row => ({
  title,
  unit,
  measurement,
  metric,
  higherIsBetter: false,
  ...(appliesTo ? { appliesTo } : {}),
});

const main = (measurement: string): Row[] => {
  const measured = measurements[measurement];
  if (!measured) return [];
  const { title, unit, higherIsBetter } = measured;
  const row: Row = { title, unit, measurement, metric: 'figure', higherIsBetter };
  if (measurement !== 'pick-up') return [row];
  return [
    { ...row, title: `${title}, p50` },
    { ...row, title: `${title}, p99`, metric: 'p99' },
  ];
};

const further: Row[] = [
  less('memory of a worker, 50 slots', 'MB', 'process-50', 'workerMb'),
  less('write-ahead log, 50 slots', 'bytes/job', 'process-50', 'walBytes', onPostgres),
  less('commits, 50 slots', 'per job', 'process-50', 'commits', onPostgres),
];

/** The lines of the table for these measurements. */
export const rowsOf = (keys: readonly string[]): Row[] => [
  ...keys.flatMap(main),
  ...further.filter(({ measurement }) => keys.includes(measurement)),
];

/** Where the time goes: processor time for each job, for each measurement that tells. */
export const timeRowsOf = (keys: readonly string[]): Row[] =>
  keys
    .filter((key) => timed.test(key))
    .flatMap((key) => [
      less(`${measurements[key]?.title}: own processes`, 'µs', key, 'nodeUs'),
      less(`${measurements[key]?.title}: Postgres`, 'µs', key, 'postgresUs', onPostgres),
      less(`${measurements[key]?.title}: Redis`, 'µs', key, 'redisUs', ({ stores }) =>
        stores.includes('redis'),
      ),
    ]);

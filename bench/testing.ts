import type { Results } from './results';

/** A run of two cells: one measured three times, one that failed for pg-boss. */
export const exampleResults: Results = {
  machine: {
    at: '2026-11-26T12:00',
    commit: 'abc1234',
    processor: 'Example <CPU>',
    cores: 2,
    memoryGb: 8,
    node: 'v20.20.2',
    redis: '7.0.15',
    versions: 'BullMQ 6.7.0',
    load: 0.4,
  },
  scale: 1,
  warmups: 3,
  samples: {
    'bullmq-redis process-50': [{ figure: 9_000 }, { figure: 16_000 }, { figure: 15_000 }],
    'yardmaster-redis process-50': [
      {
        figure: 8_000,
        nodeUs: 90,
        postgresUs: 40,
        redisUs: 8,
        walBytes: 1_500,
        commits: 0.02,
        workerMb: 150,
      },
      {
        figure: 8_400,
        nodeUs: 80,
        postgresUs: 42,
        redisUs: 9,
        walBytes: 1_510,
        commits: 0.02,
        workerMb: 152,
      },
    ],
    'bullmq-redis pick-up': [{ figure: 0.7, p99: 1.4 }],
  },
  failures: { 'pg-boss process-50': '19 of 20 jobs ran' },
};

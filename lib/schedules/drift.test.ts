import { describe, expect, test } from 'vitest';
import { driftBetween } from './drift';

const code = {
  name: 'Sweep',
  intervalMinutes: 60,
  cron: null,
  queue: 'low',
  overlap: 'skip',
  catchUp: 'one',
  notifications: 'always',
  args: {},
} as const;

describe('drift from the code', () => {
  test('what agrees is no drift', () => {
    expect(driftBetween(code, { ...code, timeZone: 'UTC' })).toEqual([]);
  });

  test('each field that says otherwise is told in words', () => {
    const row = { ...code, intervalMinutes: null, cron: '0 2 * * *', timeZone: 'Europe/Paris' };
    expect(driftBetween(code, { ...row, queue: 'high', overlap: 'allow', args: { secret: 'abc' } })).toEqual([
      { field: 'When', code: 'every hour', inForce: 'at 02:00 (Europe/Paris)' },
      { field: 'Queue', code: 'low', inForce: 'high' },
      {
        field: 'When the run before still lives',
        code: 'skip the new one',
        inForce: 'run them side by side',
      },
      { field: 'Arguments', code: 'none', inForce: 'some' },
    ]);
  });

  test('what this process cannot know of a runner is not guessed', () => {
    const { intervalMinutes, cron, queue } = code;
    expect(
      driftBetween({ intervalMinutes, cron, queue }, { ...code, name: 'Another', timeZone: 'UTC' }),
    ).toEqual([]);
  });
});

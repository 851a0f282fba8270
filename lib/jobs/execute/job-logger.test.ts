import { expect, test } from 'vitest';
import type { LogLine } from '../store/append-reports';
import { JobLogger, MAX_LOG_LINES } from './job-logger';

function logger() {
  const lines: LogLine[] = [];
  return { lines, log: new JobLogger('job', 2, (line) => lines.push(line)) };
}

test('the lines of an attempt are counted from 0', () => {
  const { lines, log } = logger();
  log.info('First %s', 'wagon');
  log.warning('Second');
  expect(lines).toMatchObject([
    { attemptNo: 2, seq: 0, level: 'info', message: 'First wagon' },
    { attemptNo: 2, seq: 1, level: 'warning', message: 'Second' },
  ]);
});

test('what is more than an attempt may write is not kept, and the last line says so', () => {
  const { lines, log } = logger();
  for (let n = 0; n < MAX_LOG_LINES + 10; n++) log.debug('.');
  expect(lines).toHaveLength(MAX_LOG_LINES + 1);
  expect(lines.at(-2)).toMatchObject({ seq: MAX_LOG_LINES - 1, message: '.' });
  expect(lines.at(-1)).toMatchObject({ seq: MAX_LOG_LINES, message: expect.stringContaining('truncated') });
});

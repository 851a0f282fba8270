import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, normaliseMessage, ownFrame } from './fingerprint';

const failure = { runner: 'shop.ImportJob', reason: null, error: 'Boom', stack: null } as const;

describe('a message without what differs', () => {
  test.each([
    ['Order 4711 was refused after 3.5 s', 'Order <n> was refused after <n> s'],
    ['No row 0198f7a2-1111-7000-8000-0123456789ab in orders', 'No row <id> in orders'],
    ['connect ECONNREFUSED 10.0.3.7:5432', 'connect ECONNREFUSED <host>'],
    ['getaddrinfo ENOTFOUND db-3.internal.example.org', 'getaddrinfo ENOTFOUND <host>'],
    ['GET https://shop.example.com/orders?page=7 answered 503', 'GET <url> answered 503'],
    [
      "ENOENT: no such file or directory, open '/srv/a/b.csv'",
      'ENOENT: no such file or directory, open <text>',
    ],
    ['Its process ended with exit code 137', 'Its process ended with exit code 137'],
    ['Cannot write /srv/yard/out/7.csv', 'Cannot write <path>'],
    ['No user ada@example.org', 'No user <email>'],
    ['Commit 9fceb02d0ae598e95dc970b74767f19372d61af8 is gone', 'Commit <id> is gone'],
    ['Due 2026-11-24T10:00:00.000Z', 'Due <time>'],
    ["It doesn't fit, isn't it", "It doesn't fit, isn't it"],
    ['First line\nsecond line 7', 'First line'],
  ])('%s', (message, expected) => {
    expect(normaliseMessage(message)).toBe(expected);
  });

  test('is the same whatever number and id it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.uuid(), (number, id) => {
        const message = (n: number, uuid: string) => `Order ${n} of ${uuid} failed`;
        expect(normaliseMessage(message(number, id))).toBe('Order <n> of <id> failed');
      }),
    );
  });
});

test('the own frame is the first outside libraries, without its line', () => {
  const stack = `TypeError: x
    at Array.map (<anonymous>)
    at parse (/srv/node_modules/csv/index.js:3:1)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
    at async ImportJob.run (plugins/shop/jobs/import.ts:48:31)
    at runHere (lib/jobs/execute/run-here.ts:9:1)`;
  expect(ownFrame(stack)).toBe('ImportJob.run (plugins/shop/jobs/import.ts)');
  expect(ownFrame(null)).toBe('');
});

describe('two failures are the same', () => {
  test('when only figures and line numbers differ', () => {
    const first = fingerprintOf({ ...failure, error: 'Order 1 refused', stack: '    at run (a.ts:1:2)' });
    expect(fingerprintOf({ ...failure, error: 'Order 2 refused', stack: '    at run (a.ts:9:9)' })).toBe(
      first,
    );
    expect(first).toMatch(/^[0-9a-f]{16}$/);
  });

  test('not when runner, words or place differ', () => {
    const all = [
      failure,
      { ...failure, runner: 'shop.ExportJob' },
      { ...failure, error: 'Bang' },
      { ...failure, stack: '    at run (a.ts:1:2)' },
      { ...failure, stack: '    at run (b.ts:1:2)' },
    ];
    expect(new Set(all.map(fingerprintOf)).size).toBe(all.length);
  });

  test('when the reason says it all, whatever the message repeats', () => {
    const timedOut = { ...failure, reason: 'timed_out' } as const;
    expect(fingerprintOf({ ...timedOut, error: '5 s' })).toBe(
      fingerprintOf({ ...timedOut, error: 'a minute' }),
    );
  });
});

import { expect, test } from 'vitest';
import { parseRedisUrl } from './connect-redis';

test.each([
  ['redis://127.0.0.1', { kind: 'single', tls: false, nodes: [{ host: '127.0.0.1', port: 6379 }], path: '' }],
  [
    'rediss://me:a%40b@cache.example:6380/3',
    {
      kind: 'single',
      tls: true,
      username: 'me',
      password: 'a@b',
      nodes: [{ host: 'cache.example', port: 6380 }],
      path: '3',
    },
  ],
  [
    'redis+sentinel://a,b:26380/main',
    {
      kind: 'sentinel',
      nodes: [
        { host: 'a', port: 26379 },
        { host: 'b', port: 26380 },
      ],
      path: 'main',
    },
  ],
  [
    'redis+cluster://[::1]:7001,h:7002',
    {
      kind: 'cluster',
      nodes: [
        { host: '::1', port: 7001 },
        { host: 'h', port: 7002 },
      ],
    },
  ],
])('F13 reads %s', (url, expected) => {
  expect(parseRedisUrl(url)).toMatchObject(expected);
});

test.each(['http://h', 'redis://', 'redis://a,b', 'redis+sentinel://a:1'])('refuses %s', (url) => {
  expect(() => parseRedisUrl(url)).toThrow(/expected redis:\/\/host:port, redis\+sentinel/);
});

import { expect, it } from 'vitest';
import { keysOfTopic } from './query-keys';

it.each([
  ['job:0198', [['job', '0198']]],
  ['log:0198', [['log', '0198']]],
  ['jobs', [['jobs'], ['overview']]],
  ['queues', [['queues'], ['overview']]],
  ['schedules', [['schedules'], ['overview']]],
  ['workers', [['workers'], ['overview']]],
  ['data-sources', [['data-sources']]],
  ['notifications', [['notifications']]],
  ['audit', [['audit']]],
  ['object:data_sources.data_source:7', [['data-sources'], ['jobs']]],
  ['*', [[]]],
  ['something-newer', [[]]],
])('%s makes %j stale', (topic, keys) => {
  expect(keysOfTopic(topic)).toEqual(keys);
});

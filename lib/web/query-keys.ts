import type { QueryKey } from '@tanstack/react-query';

/**
 * The queries that a topic of lib/events/publish.ts makes stale, as prefixes of their keys. By convention a key begins
 * with the topic's kind: ['jobs', filter], ['job', id], ['log', id], ['queues'], ['schedules', …], ['workers'],
 * ['data-sources', …], ['notifications', …], ['audit', …]; ['overview'] sums up all of them.
 */
export function keysOfTopic(topic: string): QueryKey[] {
  const [kind = '', id] = splitOnce(topic);
  switch (kind) {
    case 'job':
    case 'log':
      return [[kind, id]];
    case 'object':
      return [['data-sources'], ['jobs']];
    case 'jobs':
    case 'queues':
    case 'schedules':
    case 'workers':
      return [[kind], ['overview']];
    case 'data-sources':
    case 'notifications':
    case 'users':
    case 'audit':
      return [[kind]];
    default:
      // '*', or a topic of a newer process: anything may have changed.
      return [[]];
  }
}

function splitOnce(topic: string): [string, string?] {
  const at = topic.indexOf(':');
  return at < 0 ? [topic] : [topic.slice(0, at), topic.slice(at + 1)];
}

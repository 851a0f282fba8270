import { expect, test } from 'vitest';
import { driftOf, type WorkerBuild } from './drift';

const worker = (name: string, version: string, ...runners: string[]): WorkerBuild => ({
  name,
  version,
  runners,
});

test('workers of one build have nothing to tell apart', () => {
  const drift = driftOf([worker('a:1', '1.0.0', 'core.Sweep'), worker('b:1', '1.0.0', 'core.Sweep')]);
  expect(drift.versions).toEqual([{ version: '1.0.0', workers: ['a:1', 'b:1'] }]);
  expect(drift.runners).toEqual([]);
});

test('versions side by side are told with their workers, the most common first', () => {
  const { versions } = driftOf([worker('a:1', '1.1.0'), worker('b:1', '1.0.0'), worker('c:1', '1.0.0')]);
  expect(versions).toEqual([
    { version: '1.0.0', workers: ['b:1', 'c:1'] },
    { version: '1.1.0', workers: ['a:1'] },
  ]);
});

test('a runner that only some know is told, with who knows it and who does not', () => {
  const { runners } = driftOf([worker('a:1', '1', 'new', 'old'), worker('b:1', '1', 'old')]);
  expect(runners).toEqual([{ key: 'new', known: ['a:1'], unknown: ['b:1'] }]);
});

test('no worker, no drift', () => {
  expect(driftOf([])).toEqual({ versions: [], runners: [] });
});

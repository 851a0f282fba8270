import { format } from 'node:util';
import { expect, it } from 'vitest';
import { compareFiles, logChanges } from './file-changes';

const known = (path: string, sha256: string) => ({ id: `id of ${path}`, path, sha256 });
const fetched = (path: string, sha256: string) => ({ path, sha256, size: 1 });

it('finds what is new, changed, deleted and unchanged', () => {
  const changes = compareFiles(
    [known('same', 'a'), known('edited', 'b'), known('gone', 'c')],
    [fetched('same', 'a'), fetched('edited', 'B'), fetched('fresh', 'd')],
  );
  expect(changes).toEqual({
    added: [fetched('fresh', 'd')],
    updated: [{ known: known('edited', 'b'), file: fetched('edited', 'B') }],
    deleted: [known('gone', 'c')],
    unchanged: 1,
  });
});

it('logs the counts and names at most 50 files', () => {
  const lines: string[] = [];
  const write = (message: string, ...values: unknown[]) => void lines.push(format(message, ...values));
  const many = Array.from({ length: 60 }, (_, index) => fetched(`f${index}`, 'x'));
  logChanges({ debug: write, info: write, warning: write }, compareFiles([known('old', 'y')], many));
  expect(lines[0]).toBe('60 files: 60 new, 0 changed, 1 deleted, 0 unchanged');
  expect(lines).toHaveLength(52);
  expect(lines[1]).toBe('New: f0');
  expect(lines[51]).toBe('and 11 more');
});

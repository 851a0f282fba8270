import { expect, it } from 'vitest';
import { reasonIn } from './cell-process';
import { readOptions } from './options';

it('tells of a failed cell what its error said', () => {
  const said = `/bench/run.ts:12\n  throw new Error(why);\n        ^\n\nError: 3 of 20 jobs ran twice\n    at run (/bench/run.ts:12)\n\nNode.js v20.20.2\n`;
  expect(reasonIn(said)).toBe('3 of 20 jobs ran twice');
  expect(reasonIn('out of memory\n')).toBe('out of memory');
  expect(reasonIn('')).toBeNull();
});

it('says which measurements there are when it is asked for another', () => {
  expect(() => readOptions(['--only', 'process-51'])).toThrow(
    /--only: there is no process-51; expected some of .*process-50/,
  );
  expect(() => readOptions(['--rounds', 'many'])).toThrow('--rounds: expected a number from 1 on, not many.');
});

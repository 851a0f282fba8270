import { describe, expect, test } from 'vitest';
import { partsOfStack } from './stack';

const MESSAGE = "TypeError: Cannot read properties of undefined (reading 'lines')";
const STACK = `${MESSAGE}
    at readInvoice (plugins/reports/jobs/export-invoices.ts:48:31)
    at ExportInvoicesJob.run (plugins/reports/jobs/export-invoices.ts:22:27)
    at Socket.emit (node:events:519:28)
    at Parser.parse (node_modules/pg/lib/parser.js:10:2)
    at async runHere (lib/jobs/execute/run-here.ts:14:18)
Caused by: Error: nothing there
    at load (plugins/reports/load.ts:3:1)`;

describe('a stack', () => {
  test("tells the project's own places from those of Node, libraries and the framework", () => {
    expect(partsOfStack(STACK, MESSAGE)).toEqual([
      {
        kind: 'own',
        lines: [
          'at readInvoice (plugins/reports/jobs/export-invoices.ts:48:31)',
          'at ExportInvoicesJob.run (plugins/reports/jobs/export-invoices.ts:22:27)',
        ],
      },
      {
        kind: 'foreign',
        lines: [
          'at Socket.emit (node:events:519:28)',
          'at Parser.parse (node_modules/pg/lib/parser.js:10:2)',
          'at async runHere (lib/jobs/execute/run-here.ts:14:18)',
        ],
      },
      { kind: 'words', lines: ['Caused by: Error: nothing there'] },
      { kind: 'own', lines: ['at load (plugins/reports/load.ts:3:1)'] },
    ]);
  });

  test('keeps a message of its own that says something else', () => {
    expect(partsOfStack('Error: other\n    at a (b.ts:1:1)', MESSAGE)[0]).toEqual({
      kind: 'words',
      lines: ['Error: other'],
    });
  });

  test('of several lines of message begins after them', () => {
    const message = 'Error: first\nsecond';
    expect(partsOfStack(`${message}\n    at a (plugins/b.ts:1:1)`, message)).toEqual([
      { kind: 'own', lines: ['at a (plugins/b.ts:1:1)'] },
    ]);
  });
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const none = ['**/node_modules/**', '.next/**', '.data/**', 'e2e/**'];

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  test: {
    // Four files at once, whatever the machine: they mostly wait for services and spawned workers, which need the rest.
    maxWorkers: 4,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...none, '**/*.integration.test.ts'],
          setupFiles: ['scripts/setup/test-environment.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: none,
          pool: 'forks',
          testTimeout: 180_000,
          hookTimeout: 120_000,
          globalSetup: ['scripts/setup/test-services.ts'],
          setupFiles: ['scripts/setup/test-environment.ts', 'scripts/setup/test-database.ts'],
        },
      },
    ],
  },
});

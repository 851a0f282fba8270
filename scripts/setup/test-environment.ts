import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { settings } from '@/lib/config';

// Every test file begins with no setting but its own data folder, whatever the developer has in the environment.
for (const name of Object.keys(settings.shape)) delete process.env[name];
const dataDir = mkdtempSync(path.join(tmpdir(), 'yardmaster-test-'));
process.env.DATA_DIR = dataDir;
process.env.LOG_LEVEL = 'error';
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

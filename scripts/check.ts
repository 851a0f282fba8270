import { mkdirSync } from 'node:fs';
import { runCheckStages } from './setup/check-stages';
import { reportFile, reportsFolder } from './setup/reports';
import { summarize } from './setup/stage';

// npm run check: seconds, no services.
mkdirSync(reportsFolder, { recursive: true });
process.exitCode = summarize(await runCheckStages(reportFile('unit'))) ? 0 : 1;

import { startOperation } from './start-operation';

export const retryJobs = startOperation('retry');

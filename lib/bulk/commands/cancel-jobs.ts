import { startOperation } from './start-operation';

export const cancelJobs = startOperation('cancel');

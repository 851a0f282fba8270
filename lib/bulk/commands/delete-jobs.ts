import { startOperation } from './start-operation';

export const deleteJobs = startOperation('delete');

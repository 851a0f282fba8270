import { afterAll, beforeAll, describe } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { addFixtures } from '@/lib/jobs/testing/fixture-plugin';
import { describeWorker } from './testing/describe-worker';
import { killSpawnedWorkers } from './testing/spawn-worker';

const services = useTestDatabase();
beforeAll(addFixtures);
afterAll(killSpawnedWorkers);

describe('a worker on postgres', () => describeWorker(() => ''));
describe('a worker on redis', () => describeWorker(() => services.redisUrl));

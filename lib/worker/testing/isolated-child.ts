import { addFixtures } from '@/lib/jobs/testing/fixture-plugin';

// Like the program of isolated jobs, with the fixture plugin.
await addFixtures();
await import('@/lib/jobs/execute/isolated-child');

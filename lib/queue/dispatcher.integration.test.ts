import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { pool } from '@/lib/db/client';
import { Listener } from '@/lib/db/listener';
import { useTestDatabase } from '@/lib/db/testing';
import { addFixtures, Returns } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { openBackend, type QueueBackend } from './backend';
import { Dispatcher } from './dispatcher';
import { Transport } from './transport';

useTestDatabase();
beforeAll(addFixtures);

let backend: QueueBackend;
let transport: Transport;
let listener: Listener;
let dispatcher: Dispatcher;

beforeEach(async () => {
  backend = await openBackend(1, '');
  transport = new Transport('default', backend);
  // It hears of nothing: whatever is dispatched was found by looking.
  listener = new Listener([], 'a dispatcher in a test');
  await listener.start();
  dispatcher = new Dispatcher({
    transports: [transport],
    window: 100,
    identity: backend.identity,
    listener,
    neighbour: { offer: () => false, added: () => undefined },
    onError: (error) => expect.fail(String(error)),
  });
  dispatcher.start();
});

afterEach(async () => {
  await dispatcher.stop();
  await listener.close();
  await transport.close();
  await backend.close();
});

it('finds by itself what nobody announced, and clears away what is not to be done any more', async () => {
  await waitFor('the lead', async () => dispatcher.leads.length === 1);
  await Returns.enqueue();
  await waitFor('a message', async () => (await transport.waiting()) === 1);

  await pool().query("UPDATE job SET status = 'cancelled', completed_at = now()");
  await waitFor('no message', async () => (await transport.waiting()) === 0);

  await Returns.enqueue();
  await waitFor('a message', async () => (await transport.waiting()) === 1);
});

import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that nobody listens on at this moment: the preferred one where that is free, else any. */
export async function freePort(preferred = 0): Promise<number> {
  return (await claimed(preferred)) ?? (await claimed(0)) ?? Promise.reject(new Error('No TCP port is free'));
}

function claimed(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range from which Linux, macOS and Windows take the near end of outgoing connections: a server that is away for a
// moment finds its port still free when it comes back, and none that it is to take is taken by a client in between.
const LOWEST = 15_000;
const HIGHEST = 32_000;
const MOST_TRIES = 200;

/** A TCP port of 127.0.0.1 that nobody listens on at this moment: the preferred one where that is free, else any from 15000 to 32000. */
export async function freePort(preferred = 0): Promise<number> {
  if (preferred > 0 && (await isFree(preferred))) return preferred;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(`No TCP port from ${LOWEST} to ${HIGHEST} is free`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

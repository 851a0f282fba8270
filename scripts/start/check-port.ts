import { createServer } from 'node:net';
import { YardmasterError } from '@/lib/errors';

/**
 * Makes sure that the console can listen there, and returns the port: `port`, or a free one when that is 0.
 * @throws YardmasterError `configuration` that says why it cannot.
 */
export async function checkPort(host: string, port: number): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (cause) {
    throw new YardmasterError('configuration', explain(cause, host, port), { cause });
  }
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address && typeof address === 'object' ? address.port : port;
}

function explain(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program. Stop that one, or choose another port with --port.`;
    case 'EACCES':
      return `Port ${port} needs rights that this user does not have. Choose a port from 1024 on with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This machine has no address ${host} to listen on. Choose another with --host, such as 127.0.0.1.`;
    default:
      return `The console cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : error}.`;
  }
}

import { connect } from 'node:net';

/** Sends commands to a Redis on 127.0.0.1, in turn on one connection, and returns its raw answers. */
export async function redisCommand(port: number, ...commands: string[]): Promise<string> {
  return await new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(60_000, () => socket.destroy(new Error('Redis did not answer within a minute')));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.once('error', reject);
    socket.once('end', () => resolve(answer));
    socket.write(`${[...commands, 'QUIT'].join('\r\n')}\r\n`);
  });
}

// The console's production server: node web-server.mjs <host> <port>. Plain JavaScript, because the loader
// that reads TypeScript would look at every file of the build too. Unlike `next start` it ends within seconds
// while browsers hold their event streams open: those are cut, every other request is finished first.
import { createServer } from 'node:http';
import next from 'next';

const FINISH_WITHIN_MS = 4000;

const [host, port] = process.argv.slice(2);
const streams = new Set();
let ending = false;

const app = next({ dev: false, dir: process.cwd(), hostname: host, port: Number(port) });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  if (request.headers.accept?.includes('text/event-stream')) {
    streams.add(response);
    response.once('close', () => streams.delete(response));
  }
  if (ending) response.setHeader('Connection', 'close');
  handle(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
});

async function end() {
  if (ending) return;
  ending = true;
  const closed = new Promise((resolve) => server.close(resolve));
  for (const response of streams) response.destroy();
  setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS).unref();
  await closed;
  await app.close();
  process.exit(0);
}

process.on('SIGTERM', end);
process.on('SIGINT', end);
server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(Number(port), host);

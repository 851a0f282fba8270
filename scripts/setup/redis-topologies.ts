import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/lib/db/free-port';
import { findRedisServer } from './find-redis';
import { type RedisServer, startRedis } from './redis';
import { redisCommand } from './redis-command';

const READY_WITHIN_MS = 60_000;
const POLL_MS = 50;
const HASH_SLOTS = 16_384;
export interface RedisTopology {
  /** What REDIS_URL has to be. */
  url: string;
  /** Kills the master that writes go to, as a power cut would. */
  killMaster(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis Cluster of three masters. */
export async function startRedisCluster(): Promise<RedisTopology> {
  const nodes: RedisServer[] = [];
  for (let n = 0; n < 3; n++) {
    nodes.push(
      await startRedis({
        settings: { 'cluster-enabled': 'yes', databases: '1', 'cluster-node-timeout': '2000' },
      }),
    );
  }
  const share = Math.ceil(HASH_SLOTS / nodes.length);
  for (const [n, node] of nodes.entries()) {
    const last = Math.min((n + 1) * share, HASH_SLOTS) - 1;
    await redisCommand(node.port, `CLUSTER ADDSLOTSRANGE ${n * share} ${last}`);
    await redisCommand(node.port, `CLUSTER MEET 127.0.0.1 ${nodes[0]?.port}`);
  }
  for (const { port } of nodes) {
    await until('the cluster', async () => {
      const info = await redisCommand(port, 'CLUSTER INFO');
      return info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3');
    });
  }
  return {
    url: `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join()}`,
    killMaster: async () => nodes[0]?.kill(),
    stop: async () => void (await Promise.all(nodes.map((node) => node.stop()))),
  };
}

/** A master, its replica, and a sentinel that makes the replica the master when the master is gone. */
export async function startRedisSentinel(): Promise<RedisTopology> {
  const master = await startRedis();
  const replica = await startRedis({ settings: { replicaof: `127.0.0.1 ${master.port}` } });
  await until('the replica', async () =>
    (await redisCommand(replica.port, 'INFO replication')).includes('master_link_status:up'),
  );
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'yardmaster-sentinel-'));
  const file = path.join(folder, 'sentinel.conf');
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor yard 127.0.0.1 ${master.port} 1`,
    `sentinel known-replica yard 127.0.0.1 ${replica.port}`,
    'sentinel down-after-milliseconds yard 1000',
    'sentinel failover-timeout yard 5000',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const sentinel = spawn(findRedisServer(), [file, '--sentinel'], { stdio: 'ignore' });
  await until('the sentinel', () => listens(port));
  return {
    url: `redis+sentinel://127.0.0.1:${port}/yard`,
    killMaster: () => master.kill(),
    async stop() {
      sentinel.kill('SIGKILL');
      await Promise.all([master.stop(), replica.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function until(what: string, fact: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + READY_WITHIN_MS; !(await fact()); await pause(POLL_MS)) {
    if (Date.now() > deadline) throw new Error(`Waited ${READY_WITHIN_MS} ms in vain for ${what}`);
  }
}

import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { findRedisServer, redisVersion } from '@/scripts/setup/find-redis';
import own from '../package.json';
import peers from './package.json';

/** Where a run took place: without it its figures mean nothing. */
export interface Machine {
  at: string;
  commit: string;
  processor: string;
  cores: number;
  memoryGb: number;
  node: string;
  redis: string;
  /** The contenders' versions, in words. */
  versions: string;
  /** Load average of a minute when the run began. */
  load: number;
}

export function thisMachine(): Machine {
  return {
    at: new Date().toISOString().slice(0, 16),
    commit: execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim(),
    processor: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    redis: redisVersion(findRedisServer()),
    versions: versions(),
    load: Number(os.loadavg()[0]?.toFixed(1)),
  };
}

function versions(): string {
  const { bullmq } = own.dependencies;
  const { node, ...others } = peers.dependencies;
  const names = Object.entries(others).map(([name, version]) => `${name} ${version}`);
  return `BullMQ ${bullmq}, ${names.join(', ')} (these on Node ${node}), Debian's RQ and Django`;
}

/** The same in words, with what should make one doubt the figures. */
export function describeMachine(machine: Machine, scale: number): string {
  const size = scale === 1 ? 'at full size' : `at ${scale} of full size`;
  const doubts = [
    ...(scale === 1 ? [] : ['smaller than its titles say']),
    ...(machine.load > machine.cores / 2 ? ['on a busy machine'] : []),
  ];
  const warning = doubts.length > 0 ? ` A try rather than a result: ${doubts.join(', ')}.` : '';
  return `Measured ${machine.at.replace('T', ' ')} UTC on ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, Node ${machine.node.slice(1)}, embedded PostgreSQL, Redis ${machine.redis}, commit ${machine.commit}, ${size}; load average when it began: ${machine.load}.${warning} ${machine.versions}.`;
}

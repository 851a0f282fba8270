import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { YardmasterError } from './errors';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const port = z.coerce.number().int().min(0).max(65535);

/** Every setting, with its unit and default. `.env.example` and docs/operating.md say the same; a test holds them together. */
export const settings = z.object({
  /** Connection string of Postgres. Empty: the embedded one under DATA_DIR. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'expected postgresql://user:password@host:port/database' })
    .optional(),
  /** Connections each process may open to Postgres for its own queries. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(500).default(10),
  /** Seconds after which Postgres ends a statement of a process. 0: never; the console then has 30 all the same. */
  STATEMENT_TIMEOUT: z.coerce.number().int().min(0).max(86_400).default(0),
  /** Redis: redis://host:port, redis+sentinel://host:port,host:port/master or redis+cluster://host:port,host:port; rediss for TLS. Empty: the queue's transport lives in Postgres. */
  REDIS_URL: z
    .string()
    .regex(
      /^rediss?(\+sentinel|\+cluster)?:\/\/./,
      'expected redis://host:port, redis+sentinel://host:port,host:port/master or redis+cluster://host:port,host:port',
    )
    .optional(),
  /** Address the console listens on. */
  HOST: z.string().default('127.0.0.1'),
  /** Port of the console. */
  PORT: port.default(3000),
  /** The address people open, where it differs from http://HOST:PORT (behind a proxy). */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Folder for everything the installation keeps on disk. */
  DATA_DIR: z.string().default('.data'),
  /** Key for sealing secrets and signing sessions, at least 32 characters. Empty: made once, kept in DATA_DIR/secret. */
  SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
  /** true: the console shows everything and changes nothing; workers go on, and people sign in and out. */
  READ_ONLY: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  /** Slots of the worker that `npm start` runs: how many jobs it works at once. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(1000).default(10),
  /** Messages of one queue kept in the transport at once; the rest of a backlog waits in Postgres. */
  DISPATCH_WINDOW: z.coerce.number().int().min(10).max(1_000_000).default(10_000),
  /** Days for which a finished job is kept with its log, counted from its end. 0: for ever. */
  JOB_RETENTION_DAYS: z.coerce.number().int().min(0).max(36_500).default(90),
  /** Newest finished jobs of each schedule that are kept however old they are. */
  JOB_RETENTION_PER_SCHEDULE: z.coerce.number().int().min(0).max(10_000).default(10),
  /** Days for which the audit is kept. 0: for ever. Failed sign-ins go after 90 days in any case. */
  AUDIT_RETENTION_DAYS: z.coerce.number().int().min(0).max(36_500).default(365),
  /** Days for which statistics are kept: ends by hour, depths of queues, groups of failures. Pages look back 30 days. */
  STATISTICS_RETENTION_DAYS: z.coerce.number().int().min(31).max(36_500).default(90),
  /** Folders that local data sources may read, separated by commas. Empty: none. */
  DATA_SOURCE_ROOTS: list.default([]),
  /** Private networks (CIDR) that data sources may reach although they are not public, separated by commas. */
  DATA_SOURCE_NETWORKS: list.default([]),
  /** Least severe level that processes log: trace, debug, info, warn, error. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
  /** How processes write their log: text for people, json (one object a line) for machines. */
  LOG_FORMAT: z.enum(['text', 'json']).default('text'),
});

export interface Config {
  databaseUrl: string;
  /** True when `databaseUrl` points at the embedded Postgres. */
  embedded: boolean;
  databasePoolSize: number;
  /** 0: none. */
  statementTimeoutMs: number;
  redisUrl: string | undefined;
  host: string;
  port: number;
  publicUrl: string;
  dataDir: string;
  secret: string | undefined;
  readOnly: boolean;
  workerConcurrency: number;
  dispatchWindow: number;
  jobRetentionDays: number;
  jobRetentionPerSchedule: number;
  auditRetentionDays: number;
  statisticsRetentionDays: number;
  dataSourceRoots: readonly string[];
  dataSourceNetworks: readonly string[];
  logLevel: string;
  logFormat: 'text' | 'json';
}

/** Where the embedded Postgres of a data folder can be reached: written by the start command. */
export const embeddedUrlFile = (dataDir: string): string => path.join(dataDir, 'postgres.url');

let parsed: Config | undefined;

/**
 * The process's configuration, parsed once from the environment and, for what that does not set, from `.env`.
 * Throws one error that names every problem at once.
 */
export function config(): Config {
  if (!parsed) {
    // Tests choose their own settings; a developer's `.env` must not change what they show.
    if (!process.env.VITEST && existsSync('.env')) process.loadEnvFile('.env');
    parsed = parseConfig(process.env);
  }
  return parsed;
}

/** Sets variables of this process's environment and of the processes it starts; `config()` then parses anew. */
export function setEnvironment(variables: Readonly<Record<string, string>>): void {
  Object.assign(process.env, variables);
  parsed = undefined;
}

/** The environment of a process that this one starts: its own, and these variables. */
export const environmentWith = (variables: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  ...variables,
});

/** Parses settings as `config()` does, from any record. An empty string counts as unset. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new YardmasterError(
      'configuration',
      `The configuration has ${problems.length} problem(s):\n${problems.join('\n')}`,
    );
  }
  const env_ = result.data;
  const dataDir = path.resolve(env_.DATA_DIR);
  const urlFile = embeddedUrlFile(dataDir);
  const embeddedUrl = existsSync(urlFile) ? readFileSync(urlFile, 'utf8').trim() : '';
  return {
    databaseUrl: env_.DATABASE_URL ?? embeddedUrl,
    embedded: env_.DATABASE_URL === undefined,
    databasePoolSize: env_.DATABASE_POOL_SIZE,
    statementTimeoutMs: env_.STATEMENT_TIMEOUT * 1000,
    redisUrl: env_.REDIS_URL,
    host: env_.HOST,
    port: env_.PORT,
    publicUrl: env_.PUBLIC_URL ?? `http://${reachableHost(env_.HOST)}:${env_.PORT}`,
    dataDir,
    secret: env_.SECRET,
    readOnly: env_.READ_ONLY,
    workerConcurrency: env_.WORKER_CONCURRENCY,
    dispatchWindow: env_.DISPATCH_WINDOW,
    jobRetentionDays: env_.JOB_RETENTION_DAYS,
    jobRetentionPerSchedule: env_.JOB_RETENTION_PER_SCHEDULE,
    auditRetentionDays: env_.AUDIT_RETENTION_DAYS,
    statisticsRetentionDays: env_.STATISTICS_RETENTION_DAYS,
    dataSourceRoots: env_.DATA_SOURCE_ROOTS.map((root) => path.resolve(root)),
    dataSourceNetworks: env_.DATA_SOURCE_NETWORKS,
    logLevel: env_.LOG_LEVEL,
    logFormat: env_.LOG_FORMAT,
  };
}

/** The host as it stands in an address that a browser on the same machine can open. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** True under `next dev` only: whether development conveniences may be let in. No setting: Next decides it. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';

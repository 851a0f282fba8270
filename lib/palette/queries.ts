import type { Actor } from '@/lib/auth/actor';
import { config } from '@/lib/config';
import { boundedQuery } from '@/lib/jobs/queries/bounded-query';
import { registry } from '@/lib/jobs/registry';
import type { JobStatus } from '@/lib/jobs/status';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { wordsOf } from './rank';
import type { PaletteThing, PaletteVerb } from './thing';

/** How many things of one kind are named. */
const MOST_OF_A_KIND = 6;
/** Jobs are looked for by name among so many of the newest. */
const JOBS_LOOKED_AT = 1_000;
const LIMIT_MS = 1_000;
// What says what to do rather than to whom.
const VERB_WORDS = new Set([
  'pause',
  'resume',
  'run',
  'sync',
  'now',
  'now:',
  'queue',
  'schedule',
  'job',
  'worker',
  'runner',
]);

/** The words that name a thing; without those of a verb, so that "pause low" finds the queue. */
export const nameWordsOf = (text: string): string[] => wordsOf(text).filter((word) => !VERB_WORDS.has(word));

/**
 * Queues, schedules, runners, workers and jobs that hold these words, with what the actor may do to them: a few of each
 * kind, read along indexes or from small tables. Data sources are a plugin's, and added by the route.
 */
export async function searchPalette(actor: Actor, text: string): Promise<PaletteThing[]> {
  const words = nameWordsOf(text);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const found = await Promise.all([
    findQueues(actor, words),
    findSchedules(actor, patterns),
    findRunners(words),
    findWorkers(patterns),
    words.length > 0 ? findJobs(words, patterns) : [],
  ]);
  return found.flat();
}

async function findQueues(actor: Actor, words: readonly string[]): Promise<PaletteThing[]> {
  const { queues } = await registry();
  const rows = await boundedQuery<{ name: string; paused: boolean }>(
    `SELECT names.name, coalesce(c.paused_at IS NOT NULL, false) AS paused
       FROM (SELECT unnest($1::text[]) AS name UNION SELECT queue FROM queue_control
             UNION SELECT unnest(queues) FROM worker_process WHERE ended_at IS NULL) names
       LEFT JOIN queue_control c ON c.queue = names.name ORDER BY names.name`,
    [queues],
    LIMIT_MS,
  );
  return rows
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .slice(0, MOST_OF_A_KIND)
    .map(({ name, paused }) => ({
      kind: 'queue',
      id: name,
      label: name,
      detail: paused ? 'paused' : '',
      href: `/queues/${encodeURIComponent(name)}`,
      verbs: permitted(actor, [paused ? 'queue.resume' : 'queue.pause']),
    }));
}

async function findSchedules(actor: Actor, patterns: readonly string[]): Promise<PaletteThing[]> {
  const rows = await boundedQuery<{ id: string; name: string; object: string | null; paused: boolean }>(
    `SELECT id, name, object_id AS object, paused_at IS NOT NULL AS paused FROM schedule
      WHERE ended_at IS NULL AND name ILIKE ALL ($1::text[]) ORDER BY name, id LIMIT ${MOST_OF_A_KIND}`,
    [patterns],
    LIMIT_MS,
  );
  return rows.map(({ id, name, object, paused }) => ({
    kind: 'schedule',
    id,
    label: name,
    detail: [paused ? 'paused' : null, object].filter(Boolean).join(' · '),
    href: `/schedules/${id}`,
    verbs: permitted(actor, ['schedule.run', paused ? 'schedule.resume' : 'schedule.pause']),
  }));
}

async function findRunners(words: readonly string[]): Promise<PaletteThing[]> {
  const { runners } = await registry();
  return runners
    .filter(({ key, meta }) => words.every((word) => `${meta.name} ${key}`.toLowerCase().includes(word)))
    .slice(0, MOST_OF_A_KIND)
    .map(({ key, meta }) => ({
      kind: 'runner',
      id: key,
      label: meta.name,
      detail: key,
      href: `/runners/${encodeURIComponent(key)}`,
      verbs: [],
    }));
}

async function findWorkers(patterns: readonly string[]): Promise<PaletteThing[]> {
  const rows = await boundedQuery<{ id: string; name: string; queues: string[] }>(
    `SELECT id, host || ':' || pid AS name, queues FROM worker_process
      WHERE ended_at IS NULL AND NOT lost AND heartbeat_at >= now() - $2 * interval '1 millisecond'
        AND host || ':' || pid ILIKE ALL ($1::text[]) ORDER BY name LIMIT ${MOST_OF_A_KIND}`,
    [patterns, SILENT_AFTER_MS],
    LIMIT_MS,
  );
  return rows.map(({ id, name, queues }) => ({
    kind: 'worker',
    id,
    label: name,
    detail: queues.join(' '),
    href: `/workers/${id}`,
    verbs: [],
  }));
}

interface JobRow {
  id: string;
  name: string;
  status: JobStatus;
}

async function findJobs(words: readonly string[], patterns: readonly string[]): Promise<PaletteThing[]> {
  const range = words.length === 1 ? idsFrom(words[0] ?? '') : null;
  const rows = range
    ? await boundedQuery<JobRow>(
        `SELECT id, name, status FROM job WHERE id BETWEEN $1::uuid AND $2::uuid ORDER BY id DESC LIMIT ${MOST_OF_A_KIND}`,
        range,
        LIMIT_MS,
      )
    : await boundedQuery<JobRow>(
        `SELECT id, name, status FROM (SELECT id, name, status FROM job ORDER BY id DESC LIMIT ${JOBS_LOOKED_AT}) newest
          WHERE name ILIKE ALL ($1::text[]) ORDER BY id DESC LIMIT ${MOST_OF_A_KIND}`,
        [patterns],
        LIMIT_MS,
      );
  return rows.map(({ id, name, status }) => ({
    kind: 'job',
    id,
    label: name,
    detail: id,
    href: `/jobs/${id}`,
    status,
    verbs: [],
  }));
}

/** The first and the last id that begin so, for what can only be the beginning of an id; else null. */
export function idsFrom(text: string): [string, string] | null {
  const hex = text.replaceAll('-', '');
  if (!/^[0-9a-f]{8,32}$/.test(hex)) return null;
  return [hex.padEnd(32, '0'), hex.padEnd(32, 'f')];
}

const needs: Record<PaletteVerb, Parameters<Actor['permissions']['has']>[0]> = {
  'data_source.sync': 'data_sources.sync',
  'schedule.run': 'jobs.enqueue',
  'schedule.pause': 'schedules.write',
  'schedule.resume': 'schedules.write',
  'queue.pause': 'queues.write',
  'queue.resume': 'queues.write',
};

/** Of these verbs, those that the actor may use. */
export const permitted = (actor: Actor, verbs: PaletteVerb[]): PaletteVerb[] =>
  verbs.filter((verb) => !config().readOnly && actor.permissions.has(needs[verb]));

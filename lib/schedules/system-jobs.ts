import { pool } from '@/lib/db/client';
import { registry } from '@/lib/jobs/registry';
import { codeOf, type Drift, driftOf } from './drift';
import { declared } from './in-code';
import { intervalInWords } from './rhythm';
import { type ScheduleRow, type ScheduleSummary, SUMMARY_COLUMNS, SUMMARY_JOINS, toSummaries } from './rows';

/** The schedule of a system job, beside what its code says. */
export interface SystemJob extends ScheduleSummary {
  /** As an operator reads it; null when this process does not know its runner. */
  plugin: string | null;
  /** The rhythm that the code declares, in words. */
  codeRhythm: string;
  drift: Drift[];
  /** False when no code declares it any more, this process's or, for a runner that it lacks, a live worker's. */
  inCode: boolean;
}

/** They come with code, so there are few; a bound all the same. */
const MOST = 500;

type Row = ScheduleRow & Parameters<typeof driftOf>[0];

/** Every system job whose schedule has not ended, by name. */
export async function listSystemJobs(): Promise<SystemJob[]> {
  const { rows } = await pool().query<Row>(LIST, [MOST]);
  const [summaries, isDeclared, here] = await Promise.all([toSummaries(rows), declared(), registry()]);
  return Promise.all(
    summaries.map(async (summary, index): Promise<SystemJob> => {
      const row = rows[index] as Row;
      const plugin = here.find(row.runner)?.plugin;
      const minutes = (await codeOf(row))?.intervalMinutes ?? null;
      return {
        ...summary,
        plugin: plugin ? plugin.verboseName || plugin.name : null,
        codeRhythm: minutes === null ? '' : intervalInWords(minutes),
        drift: await driftOf(row),
        inCode: isDeclared(row.runner),
      };
    }),
  );
}

const LIST = `
  SELECT ${SUMMARY_COLUMNS}, s.declared, s.overlap, s.catch_up AS "catchUp", s.notifications, s.args
    FROM (SELECT * FROM schedule WHERE system_key IS NOT NULL AND ended_at IS NULL ORDER BY name, id LIMIT $1) s
    ${SUMMARY_JOINS}
   ORDER BY s.name, s.id`;

import { hot, poolSql } from './sql';

export interface LogLine {
  jobId: string;
  attemptNo: number;
  seq: number;
  at: Date;
  level: 'debug' | 'info' | 'warning' | 'error';
  message: string;
}

const APPEND_LOG = hot(
  `INSERT INTO job_log_entry (job_id, attempt, seq, at, level, message)
     SELECT l.id, l.attempt, l.seq, l.at, l.level, l.message
     FROM unnest($1::uuid[], $2::int[], $3::int[], $4::timestamptz[], $5::log_level[], $6::text[])
       AS l(id, attempt, seq, at, level, message)
     WHERE EXISTS (SELECT 1 FROM job j WHERE j.id = l.id)
     ON CONFLICT DO NOTHING`,
);

/** Appends log lines. Lines of deleted jobs are passed over; appending the same line again changes nothing. */
export async function appendLog(lines: readonly LogLine[]): Promise<void> {
  await poolSql(APPEND_LOG, [
    lines.map(({ jobId }) => jobId),
    lines.map(({ attemptNo }) => attemptNo),
    lines.map(({ seq }) => seq),
    lines.map(({ at }) => at.toISOString()),
    lines.map(({ level }) => level),
    lines.map(({ message }) => message),
  ]);
}

export interface Progress {
  jobId: string;
  attemptNo: number;
  done: number;
  total: number;
  text: string | null;
}

/** Stores the newest progress of jobs that still run the attempt it is about. */
export async function storeProgress(progress: readonly Progress[]): Promise<void> {
  await poolSql(
    `UPDATE job j SET progress_done = p.done, progress_total = p.total, progress_text = p.text
     FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::text[]) AS p(id, attempt, done, total, text)
     WHERE j.id = p.id AND j.status = 'running' AND j.attempt_no = p.attempt`,
    [
      progress.map(({ jobId }) => jobId),
      progress.map(({ attemptNo }) => attemptNo),
      progress.map(({ done }) => done),
      progress.map(({ total }) => total),
      progress.map(({ text }) => text),
    ],
  );
}

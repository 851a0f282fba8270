-- What Prisma's language cannot say. Only what is alive is indexed: a full index on status would make every
-- transition of every job write to it.

-- Waiting for a worker, in the order in which a queue is served.
CREATE INDEX "job_pending_idx" ON "job" ("queue", "run_at", "id") WHERE "status" = 'pending';
-- Waiting for its time.
CREATE INDEX "job_scheduled_idx" ON "job" ("run_at", "id") WHERE "status" = 'scheduled';
-- Running, by the worker that owns it.
CREATE INDEX "job_running_idx" ON "job" ("worker_id", "id") WHERE "status" = 'running';
CREATE INDEX "job_running_queue_idx" ON "job" ("queue") WHERE "status" = 'running';
-- What needs a person, newest first.
CREATE INDEX "job_unwell_idx" ON "job" ("status", "id") WHERE "status" IN ('failed', 'errored', 'cancelled');

-- One live job a key, also between open transactions (invariant 8).
CREATE UNIQUE INDEX "job_once_key_live" ON "job" ("once_key")
  WHERE "once_key" IS NOT NULL AND "status" IN ('pending', 'scheduled', 'running');
-- At most one waiting occurrence a schedule (invariant 6) ...
CREATE UNIQUE INDEX "job_armed_occurrence" ON "job" ("schedule_id") WHERE "armed";
CREATE INDEX "job_armed_due_idx" ON "job" ("run_at") WHERE "armed";
-- ... and one row a schedule and time.
CREATE UNIQUE INDEX "job_occurrence" ON "job" ("schedule_id", "occurrence_at") WHERE "occurrence_at" IS NOT NULL;
-- Live jobs of a runner, for enqueueOnce and getJobs.
CREATE INDEX "job_live_runner_idx" ON "job" ("runner", "object_type", "object_id")
  WHERE "status" IN ('pending', 'scheduled', 'running');

CREATE UNIQUE INDEX "schedule_once_key_live" ON "schedule" ("once_key") WHERE "once_key" IS NOT NULL AND "ended_at" IS NULL;
CREATE UNIQUE INDEX "schedule_system_key" ON "schedule" ("system_key") WHERE "system_key" IS NOT NULL;

-- What a user has not read yet, newest first.
CREATE INDEX "notification_unread_idx" ON "notification" ("user_id", "id") WHERE "read_at" IS NULL;

CREATE INDEX "worker_process_live_idx" ON "worker_process" ("heartbeat_at") WHERE "ended_at" IS NULL;

ALTER TABLE "job" ADD CONSTRAINT "job_running_has_worker" CHECK ("status" <> 'running' OR "worker_id" IS NOT NULL);
ALTER TABLE "job" ADD CONSTRAINT "job_terminal_has_end" CHECK (("completed_at" IS NOT NULL) = ("status" IN ('completed', 'failed', 'errored', 'cancelled')));
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_one_rhythm" CHECK (("interval_minutes" IS NULL) <> ("cron" IS NULL));
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_interval_positive" CHECK ("interval_minutes" >= 1);

-- Hot, short-lived row versions: leave room for updates in place and clean up early.
ALTER TABLE "job" SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "worker_process" SET (fillfactor = 50);

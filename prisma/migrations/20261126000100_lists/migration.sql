-- Every status but the one that nearly all jobs have, and the one that a few have for moments, each in the order of ids.
DROP INDEX "job_unwell_idx";
CREATE INDEX "job_status_idx" ON "job" ("status", "id")
  WHERE "status" IN ('pending', 'scheduled', 'failed', 'errored', 'cancelled');
-- Ways into the list. What runs is left out and found by its own small index, so that a claim writes to neither of these.
CREATE INDEX "job_queue_idx" ON "job" ("queue", "id") WHERE "status" <> 'running';
CREATE INDEX "job_worker_idx" ON "job" ("worker_id", "id") WHERE "completed_at" IS NOT NULL;
-- Few jobs have a reason.
CREATE INDEX "job_reason_idx" ON "job" ("reason", "id") WHERE "reason" IS NOT NULL;

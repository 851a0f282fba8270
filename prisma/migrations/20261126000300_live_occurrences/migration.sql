-- Whether an occurrence of a schedule is still there is asked each time the next one falls due: not by way of its whole history.
CREATE INDEX "job_live_occurrence_idx" ON "job" ("schedule_id")
  WHERE "schedule_id" IS NOT NULL AND "status" IN ('pending', 'scheduled', 'running');

-- Serves who asks by time alone. Armed jobs are few, as far as a sample of the table tells perhaps one, so that going through all of them
-- looked as cheap as finding a schedule's own by its index. A condition on the time implies this one, a schedule's id does not.
DROP INDEX "job_armed_due_idx";
CREATE INDEX "job_armed_due_idx" ON "job" ("run_at") WHERE "armed" AND "run_at" IS NOT NULL;

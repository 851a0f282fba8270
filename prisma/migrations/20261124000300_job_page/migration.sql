-- The jobs that were run again from a job. The column is written once, so updates in place stay in place.
CREATE INDEX "job_again_of_idx" ON "job" ("again_of_id", "id") WHERE "again_of_id" IS NOT NULL;

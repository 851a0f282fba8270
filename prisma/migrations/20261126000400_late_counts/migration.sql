-- What was counted while Postgres was away comes late. Charts keep the steps that are over for minutes, until something does.
ALTER TABLE "job_statistic" ADD COLUMN "late_at" TIMESTAMPTZ(3);
CREATE INDEX "job_statistic_late_idx" ON "job_statistic" ("late_at") WHERE "late_at" IS NOT NULL;

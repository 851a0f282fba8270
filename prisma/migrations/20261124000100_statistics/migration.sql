-- AlterTable
ALTER TABLE "job" ADD COLUMN     "fingerprint" TEXT;

-- CreateTable
CREATE TABLE "job_statistic" (
    "at" TIMESTAMPTZ(0) NOT NULL,
    "queue" TEXT NOT NULL,
    "runner" TEXT NOT NULL,
    "counted_by" UUID NOT NULL,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "errored" INTEGER NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "wait_buckets" SMALLINT[],
    "wait_counts" INTEGER[],
    "run_buckets" SMALLINT[],
    "run_counts" INTEGER[],

    CONSTRAINT "job_statistic_pkey" PRIMARY KEY ("at","queue","runner","counted_by")
);

-- CreateTable
CREATE TABLE "job_statistic_hour" (
    "at" TIMESTAMPTZ(0) NOT NULL,
    "queue" TEXT NOT NULL,
    "runner" TEXT NOT NULL,
    "completed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "errored" INTEGER NOT NULL,
    "cancelled" INTEGER NOT NULL,
    "wait_buckets" SMALLINT[],
    "wait_counts" INTEGER[],
    "run_buckets" SMALLINT[],
    "run_counts" INTEGER[],

    CONSTRAINT "job_statistic_hour_pkey" PRIMARY KEY ("at","queue","runner")
);

-- CreateTable
CREATE TABLE "queue_depth" (
    "queue" TEXT NOT NULL,
    "at" TIMESTAMPTZ(0) NOT NULL,
    "pending" INTEGER NOT NULL,
    "running" INTEGER NOT NULL,
    "oldest_wait_ms" BIGINT,

    CONSTRAINT "queue_depth_pkey" PRIMARY KEY ("queue","at")
);

-- CreateTable
CREATE TABLE "failure_group" (
    "runner" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "job_status" NOT NULL,
    "error" TEXT NOT NULL,
    "job_id" UUID NOT NULL,

    CONSTRAINT "failure_group_pkey" PRIMARY KEY ("runner","fingerprint")
);

-- CreateIndex
CREATE INDEX "failure_group_last_seen_at_idx" ON "failure_group"("last_seen_at");

-- Jobs that failed in the same way, newest first
CREATE INDEX "job_fingerprint_idx" ON "job" ("fingerprint", "id") WHERE "fingerprint" IS NOT NULL;

-- Written again every few seconds while their minute lasts: room for updates in place.
ALTER TABLE "job_statistic" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "failure_group" SET (fillfactor = 70);

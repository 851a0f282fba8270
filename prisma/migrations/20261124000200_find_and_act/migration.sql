-- Orders of the jobs list. What they are made of changes at the end of a job alone (started_at at its claim as well).
CREATE INDEX "job_started_idx" ON "job" ("started_at", "id") WHERE "started_at" IS NOT NULL;
CREATE INDEX "job_completed_idx" ON "job" ("completed_at", "id") WHERE "completed_at" IS NOT NULL;
CREATE INDEX "job_duration_idx" ON "job" (("completed_at" - "started_at"), "id")
  WHERE "completed_at" IS NOT NULL AND "started_at" IS NOT NULL;
CREATE INDEX "job_wait_idx" ON "job" (("started_at" - "run_at"), "id")
  WHERE "completed_at" IS NOT NULL AND "started_at" IS NOT NULL;

-- Ways into the list. Most jobs have no user and are no repetition.
CREATE INDEX "job_user_idx" ON "job" ("user_id", "id") WHERE "user_id" IS NOT NULL;
CREATE INDEX "job_again_of_idx" ON "job" ("again_of_id", "id") WHERE "again_of_id" IS NOT NULL;

-- Nor do most have a schedule or an object: a row without one needs no place in the index, at none of its transitions.
DROP INDEX "job_schedule_id_id_idx";
CREATE INDEX "job_schedule_idx" ON "job" ("schedule_id", "id") WHERE "schedule_id" IS NOT NULL;
DROP INDEX "job_object_type_object_id_id_idx";
CREATE INDEX "job_object_idx" ON "job" ("object_type", "object_id", "id") WHERE "object_type" IS NOT NULL;

CREATE TYPE "bulk_verb" AS ENUM ('cancel', 'retry', 'delete');

CREATE TABLE "bulk_operation" (
    "id" UUID NOT NULL,
    "verb" "bulk_verb" NOT NULL,
    "filter" TEXT NOT NULL,
    "reason" TEXT,
    "user_id" TEXT,
    "actor" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "job_id" UUID NOT NULL,
    "matched" INTEGER,
    "place" UUID,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_operation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bulk_outcome" (
    "operation_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "job_status" NOT NULL,
    "skipped" TEXT,

    CONSTRAINT "bulk_outcome_pkey" PRIMARY KEY ("operation_id","job_id")
);

CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "columns" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "saved_view_user_id_name_key" ON "saved_view"("user_id", "name");

ALTER TABLE "bulk_outcome" ADD CONSTRAINT "bulk_outcome_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "bulk_operation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

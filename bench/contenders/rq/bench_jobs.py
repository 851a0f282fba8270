"""Jobs of RQ with a Django row each, in the way NetBox keeps them: made with the enqueue, updated at start and end."""

import os
import time
import uuid
from functools import partial
from urllib.parse import unquote, urlparse

import django
from django.conf import settings
from redis import Redis
from rq import Queue

database = urlparse(os.environ["BENCH_POSTGRES"])
settings.configure(
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": database.path[1:],
            "USER": database.username,
            "PASSWORD": unquote(database.password or ""),
            "HOST": database.hostname,
            "PORT": database.port,
            "CONN_MAX_AGE": None,
        }
    },
)
django.setup()

from django.db import connection, models, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

redis = Redis.from_url(os.environ["BENCH_REDIS"])
queue = Queue("default", connection=redis)


class Job(models.Model):
    """What NetBox keeps of a job, as far as the bench needs it. `starts` tells of jobs that ran twice."""

    job_id = models.UUIDField(unique=True)
    name = models.CharField(max_length=200)
    status = models.CharField(max_length=30, default="pending")
    created = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True, blank=True)
    completed = models.DateTimeField(null=True, blank=True)
    data = models.JSONField(null=True, blank=True)
    error = models.TextField(blank=True)
    starts = models.IntegerField(default=0)

    class Meta:
        app_label = "bench"
        db_table = "rq_job"
        ordering = ["-created"]


def ensure_table():
    if Job._meta.db_table in connection.introspection.table_names():
        return
    with connection.schema_editor() as editor:
        editor.create_model(Job)


def add():
    """One job: its row, and its message once the row is committed."""
    with transaction.atomic():
        row = Job(job_id=uuid.uuid4(), name="Bench")
        row.full_clean()
        row.save()
        transaction.on_commit(partial(queue.enqueue, run, row.pk, job_id=str(row.job_id)))


def add_bulk(many):
    """Many jobs: one statement for the rows, one pipeline for the messages."""
    rows = [Job(job_id=uuid.uuid4(), name="Bench") for _ in range(many)]
    with transaction.atomic():
        Job.objects.bulk_create(rows)
        messages = [Queue.prepare_data(run, (row.pk,), job_id=str(row.job_id)) for row in rows]
        transaction.on_commit(partial(queue.enqueue_many, messages))


def run(pk):
    """What a worker does with a job; tells the bench when it began."""
    at = time.monotonic_ns()
    row = Job.objects.get(pk=pk)
    row.started, row.status, row.starts = timezone.now(), "running", row.starts + 1
    row.save()
    print(f"{row.job_id} {at}", flush=True)
    time.sleep(float(os.environ.get("BENCH_JOB_MS", "0")) / 1000)
    row.completed, row.status = timezone.now(), "completed"
    row.save()

"""One RQ worker as it comes: it forks for each job. Nothing of its log is wanted. Ends when who started it has gone."""

import logging
import os
import sys
import threading

import bench_jobs
from django.db import connections
from rq import Worker



def end_with_parent():
    sys.stdin.read()
    os._exit(1)


threading.Thread(target=end_with_parent, daemon=True).start()
# A connection must not be shared with what is forked; each job opens its own, as under django-rq.
connections.close_all()
Worker([bench_jobs.queue], connection=bench_jobs.redis).work(logging_level=logging.ERROR)

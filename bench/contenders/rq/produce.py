"""Adds jobs as it is told on standard input (`add` or `bulk <many>`), and answers each line with `done`."""

import sys
from concurrent.futures import ThreadPoolExecutor

import bench_jobs

bench_jobs.ensure_table()
print("ready", flush=True)


def obey(number, verb, many="0"):
    try:
        bench_jobs.add() if verb == "add" else bench_jobs.add_bulk(int(many))
        answer = "done"
    except Exception as error:  # the bench tells its reader, whatever it is
        answer = f"failed {error!r}".replace("\n", " ")
    sys.stdout.write(f"{number} {answer}\n")
    sys.stdout.flush()


with ThreadPoolExecutor(max_workers=50) as threads:
    for line in sys.stdin:
        threads.submit(obey, *line.split())

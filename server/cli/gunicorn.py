"""How gunicorn serves the app: `gunicorn -c server/cli/gunicorn.py wsgi:app`."""

import gc
import os
from itertools import count
from pathlib import Path

host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
# BIND is for a Unix socket behind a proxy: BIND=unix:/run/nhat-ky/http.sock
bind = os.environ.get("BIND") or address

# Many threads, for a phone on a weak signal holds one for as long as its request trickles in.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 16
# Each worker loads the app itself: a database connection or a lock must not be shared over a fork.
preload_app = False

# Longer than the minute after which a proxy drops an idle connection, so that it is never we who
# close one just as it sends the next request.
keepalive = 65
graceful_timeout = 30
# Recycled, against slow leaks; the jitter keeps the workers from going at the same time.
max_requests = 20_000
max_requests_jitter = 2_000

# A list's cursor or a receipt's code has some hundred characters; longer addresses are nobody's.
limit_request_line = 4094

# The heartbeat file belongs in memory: on a busy disk it makes a healthy worker look dead.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
# Its default place in the home directory may be read-only, or another instance's.
control_socket_disable = True

# The workers count into files here, and /metrics adds them up.
metrics = Path(os.environ.get("DATA_DIR") or "var", "metrics").resolve()
metrics = Path(os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(metrics)))


def when_ready(server):
    """Start the counts anew; the port is ours by now, so no running server loses its own."""
    metrics.mkdir(parents=True, exist_ok=True)
    for leftover in metrics.glob("*.db"):
        leftover.unlink()


def pre_fork(server, worker):
    """Give the worker a place: its successor counts on in the same files, so that they stay few."""
    taken = {other.place for other in server.WORKERS.values()}
    worker.place = next(place for place in count(1) if place not in taken)


def post_fork(server, worker):
    from prometheus_client import values

    values.ValueClass = values.MultiProcessValue(lambda: worker.place)


def post_worker_init(worker):
    """What was loaded stays: without it the collector stops a request for a tenth of a second now
    and then, to look at it all again."""
    gc.collect()
    gc.freeze()


def child_exit(server, worker):
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.place)

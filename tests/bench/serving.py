"""The app as it is served, and the tokens of who asks it."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from tests.bench.load import Client


@contextmanager
def serving(app: str):
    """The app behind the same gunicorn settings; its port."""
    port = 8300 + os.getpid() % 500
    environment = os.environ | {"PORT": str(port), "WEB_CONCURRENCY": "2"}
    command = [sys.executable, "-m", "gunicorn", "-c", "server/cli/gunicorn.py", app]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(60)
        shutil.rmtree(Path(os.environ["DATA_DIR"], "metrics"), ignore_errors=True)


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            Client(port).call("GET", "/x")
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not start")


def desk(port: int) -> dict[str, str]:
    """Tokens of a volunteer, an officer and the province's staff."""
    found = {}
    for role, phone, secret in (
        ("volunteer", "0900000001", "270694"),
        ("officer", "0900000002", "duyet-buoi-2024"),
        ("staff", "0900000003", "tong-hop-2024"),
    ):
        answer = Client(port).call("POST", "/auth/token", {"phone": phone, "secret": secret})
        found[role] = json.loads(answer[1])["access_token"]
    return found

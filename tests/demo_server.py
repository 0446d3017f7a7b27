"""The server as `make run` starts it, on fresh demo data, for the browser journeys and pictures."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
# What the person at the keyboard has set for a server of their own must not reach ours.
FOREIGN = ("DATABASE_URL", "BIND", "SECRET_KEY", "PROMETHEUS_MULTIPROC_DIR")
SECONDS_TO_START = 60


@contextmanager
def running_demo_server() -> Iterator[str]:
    """The address of a server of our own; it and its data are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="nhat-ky-demo-"))
    port = str(free_port())
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    env = kept | {"APP_ENV": "demo", "DATA_DIR": str(folder), "HOST": "127.0.0.1", "PORT": port}
    try:
        prepare = [sys.executable, "-m", "flask", "--app", "wsgi", "prepare"]
        subprocess.run(prepare, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
        serve = [sys.executable, "-m", "gunicorn", "-c", "server/cli/gunicorn.py", "wsgi:app"]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(serve, cwd=ROOT, env=env, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_ready(server, address, folder / "log")
            yield address
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def wait_until_ready(server: subprocess.Popen, address: str, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(f"{address}/readyz", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The demo server did not start:\n{log.read_text()}")

"""The server as `make run` starts it, on fresh demo data, for the browser journeys and pictures."""

import os
import shutil
import signal
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
def running_demo_server() -> Iterator["DemoServer"]:
    """A server of our own; it and its data are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="nhat-ky-demo-"))
    try:
        demo = DemoServer(folder, free_port())
        prepare = [sys.executable, "-m", "flask", "--app", "wsgi", "prepare"]
        subprocess.run(prepare, cwd=ROOT, env=demo.env, check=True, stdout=subprocess.DEVNULL)
        try:
            demo.start()
            yield demo
        finally:
            demo.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class DemoServer:
    """gunicorn on a folder of data, which outlives it: it can be killed and started again."""

    def __init__(self, folder: Path, port: int):
        self.port = port
        self.address = f"http://127.0.0.1:{port}"
        kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        self.env = kept | {
            "APP_ENV": "demo",
            "DATA_DIR": str(folder),
            "HOST": "127.0.0.1",
            "PORT": str(port),
        }
        self._log = folder / "log"
        self._process: subprocess.Popen | None = None

    def start(self) -> None:
        serve = [sys.executable, "-m", "gunicorn", "-c", "server/cli/gunicorn.py", "wsgi:app"]
        with self._log.open("ab") as log:
            # A group of its own, so that its workers die with it.
            self._process = subprocess.Popen(
                serve, cwd=ROOT, env=self.env, stdout=log, stderr=log, start_new_session=True
            )
        wait_until_ready(self._process, self.address, self._log)

    def kill(self) -> None:
        """As a power cut does: the workers in the middle of whatever they do."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()


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

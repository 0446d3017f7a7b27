"""What `make`, the pins, gunicorn's settings and the tests' own PostgreSQL promise."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent

HOLDS_A_SERVER = """
from time import sleep
from tests.postgres import running_postgres
with running_postgres() as server:
    print(server, flush=True)
    sleep(60)
"""

COUNTS_VISITS = """
import os
from prometheus_client import CollectorRegistry, Counter, generate_latest, multiprocess

visits = Counter("visits", "Requests answered")

def app(environ, start_response):
    visits.inc()
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)
    start_response("200 OK", [("X-Worker", str(os.getpid()))])
    return [generate_latest(registry)]
"""


def eventually(claim, seconds=30):
    deadline = time.monotonic() + seconds
    while not claim():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.05)


def test_make_help_names_every_command():
    makefile = (ROOT / "Makefile").read_text()
    parts = {"chromium", "node", "web"}  # what commands are made of
    commands = set(re.search(r"^\.PHONY: (.*)$", makefile, re.M)[1].split()) - parts
    shown = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True)
    assert set(re.findall(r"^  make (\w+)", shown.stdout, re.M)) == commands


@pytest.mark.parametrize("file", ["requirements.txt", "tests/requirements.txt"])
def test_every_installation_gets_the_same_packages(file):
    lines = (ROOT / file).read_text().splitlines()
    packages = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert [line for line in packages if not re.match(r"[a-z0-9.\[\]-]+==[\w.]+(;|$)", line)] == []


def test_the_postgres_of_killed_tests_goes_too():
    environment = {name: os.environ[name] for name in os.environ if name != "TEST_DATABASE_URL"}
    tests = subprocess.Popen(
        [sys.executable, "-c", HOLDS_A_SERVER],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    with tests:
        folder = Path(tests.stdout.readline().strip().partition("host=")[2])
        assert (folder / "data" / "postmaster.pid").exists()
        tests.kill()
    eventually(lambda: not folder.exists())


@pytest.fixture
def gunicorn(tmp_path):
    """The address of a gunicorn with our settings and an app that counts."""
    (tmp_path / "counting.py").write_text(COUNTS_VISITS)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {"HOST": "127.0.0.1", "PORT": str(port), "DATA_DIR": str(tmp_path), "BIND": ""}
    settings["PROMETHEUS_MULTIPROC_DIR"] = str(tmp_path / "metrics")
    command = [sys.executable, "-m", "gunicorn", "-c", ROOT / "server/cli/gunicorn.py"]
    server = subprocess.Popen([*command, "counting:app"], cwd=tmp_path, env=os.environ | settings)
    yield f"http://127.0.0.1:{port}"
    server.send_signal(signal.SIGINT)
    server.wait(timeout=30)  # a worker that was just being born may make it end with more than 0


def visit(address) -> tuple[int, int]:
    """Which worker answered, and how many visits all of them have counted by now."""
    with urlopen(address, timeout=10) as answer:
        count = re.search(rb"^visits_total ([\d.]+)$", answer.read(), re.M)[1]
        return int(answer.headers["X-Worker"]), int(float(count))


def answers(address) -> bool:
    try:
        return bool(visit(address))
    except OSError:
        return False


def test_counts_outlive_the_workers_that_counted_and_take_no_more_room(gunicorn, tmp_path):
    eventually(lambda: answers(gunicorn))
    for _ in range(4):
        worker, before = visit(gunicorn)
        os.kill(worker, signal.SIGKILL)
        eventually(lambda: answers(gunicorn))
        assert visit(gunicorn)[1] > before
    assert len(list((tmp_path / "metrics").glob("counter_*.db"))) <= 2

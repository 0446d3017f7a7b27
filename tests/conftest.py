"""One app per test process on a real, migrated database; every test starts with it empty."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from sqlalchemy import delete, event

KEPT = ("alembic_version", "catalogue_entry")

quiet = {"deadline": None, "suppress_health_check": list(HealthCheck)}
# A failure is shown as found: shrinking one over HTTP takes minutes, and `make soak` does it.
unshrunk = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("small", max_examples=8, stateful_step_count=10, phases=unshrunk, **quiet)
settings.register_profile("long", max_examples=500, stateful_step_count=50, **quiet)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "small"))


@pytest.fixture(scope="session")
def database_url(worker):
    """The address of an empty database of this process's own: TEST_DB says on which engine."""
    if os.environ.get("TEST_DB", "sqlite") == "sqlite":
        folder = Path(tempfile.mkdtemp(prefix="nhat-ky-"))
        yield f"sqlite:///{folder / 'test.sqlite3'}"
        shutil.rmtree(folder, ignore_errors=True)
        return
    from tests.postgres import create_database, drop_database, running_postgres

    with running_postgres() as server:
        url = create_database(server, worker)
        yield url
        drop_database(server, worker)


@pytest.fixture(scope="session")
def worker():
    return os.environ.get("PYTEST_XDIST_WORKER", "alone")


@pytest.fixture(scope="session")
def app(database_url):
    from flask_migrate import upgrade

    from server import create_app
    from server.catalogue.actions import install
    from server.config import Settings
    from server.extensions import db, write

    folder = Path(tempfile.mkdtemp(prefix="nhat-ky-data-"))
    made = create_app(Settings("demo", database_url, folder, "k" * 32, "127.0.0.1", 8000))
    made.testing = True
    # A fault must come back as the answer that people would get, not as an exception in the test.
    made.config["PROPAGATE_EXCEPTIONS"] = False
    with made.app_context():
        for engine in db.engines.values():
            let_go_of_the_disk(engine)
        upgrade()
        write(install)
    yield made
    with made.app_context():
        for engine in db.engines.values():
            engine.dispose()
    shutil.rmtree(folder, ignore_errors=True)


def let_go_of_the_disk(engine):
    """Nothing in these databases need survive a power cut, as nothing in `tests.postgres`."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda one, _: one.execute("PRAGMA synchronous=OFF"))


@pytest.fixture(autouse=True)
def clean(request):
    """Empty every table after a test that used the database."""
    yield
    if "app" in request.fixturenames:
        empty_tables(request.getfixturevalue("app"))


def empty_tables(app):
    """Take away everything but the schema and the catalogue."""
    from server.admin_units.queries import forget
    from server.extensions import db, write

    def empty():
        for table in reversed(db.metadata.sorted_tables):
            if table.name not in KEPT:
                db.session.execute(delete(table))

    with app.app_context():
        write(empty)
    forget()


@pytest.fixture
def world(app):
    """The land, teams and people of most tests: see `tests.world`."""
    from tests.world import World

    return World(app)


@pytest.fixture
def visit(world):
    """Somebody at a browser who is not signed in: see `tests.visitors`."""
    from tests.visitors import visitor

    return visitor(world)


@pytest.fixture
def land(world):
    """The world as lists name it: see `tests.lists`."""
    from tests.lists import coded

    return coded(world)


@pytest.fixture
def november(world):
    """A month to take away: see `tests.files`."""
    from tests.files import in_november

    return in_november(world)

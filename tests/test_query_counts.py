"""Nothing queries once per row, and a session costs few statements."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from server.extensions import db

MOST_PER_WRITE = 12


@contextmanager
def counted(app):
    """Statements and commits while the block runs, transaction words left out."""
    found = {"statements": 0, "selects": 0, "commits": 0}

    def statement(connection, cursor, text, *_):
        found["selects"] += text.startswith("SELECT")
        found["statements"] += not text.startswith(("BEGIN", "PRAGMA"))

    def commit(connection):
        found["commits"] += connection.engine.url is not None

    with app.app_context():
        engines = set(db.engines.values())
        writing = db.engines[None]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", statement)
    event.listen(writing, "commit", commit)
    yield found
    for engine in engines:
        event.remove(engine, "before_cursor_execute", statement)
    event.remove(writing, "commit", commit)


def test_a_session_costs_at_most_twelve_statements_and_one_commit(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team, date="2026-11-16"))
    with counted(world.app) as found:
        lan.record(world.body(lan.team, participants=30))
    assert found["statements"] <= MOST_PER_WRITE
    assert found["commits"] == 1


READS = [
    "/sessions?state=pending&sort=review&limit=100",
    "/rollups?period=2026-11&state=provisional&by=hamlet",
    "/rollups?period=2026-11&state=provisional&by=team",
    "/rollups/sessions?period=2026-11&state=provisional&cell=participants",
    "/rollups/series",
    "/coverage?state=provisional",
    "/coverage/teams-series",
    "/rollups/comparison?state=provisional&by=hamlet",
    "/rollups/comparison?state=provisional&by=commune&cell=active_teams",
    "/teams",
    "/users",
    "/units",
    "/worklist",
    "/worklist/teams",
    "/audit",
    "/audit?kind=sessions&from=2026-11-01",
    "/search?q=to",
    "/reports/teams.xlsx",
    "/reports/sessions.csv?period=2026-11&state=provisional",
    "/reports/coverage.csv?period=2026-11&state=provisional",
]


@pytest.mark.parametrize("path", READS)
def test_a_list_of_thirty_costs_no_more_queries_than_a_list_of_one(world, path):
    hanh = world.province()
    lan = world.volunteer("Lan", "Ấp 1")
    lan.record(world.body(lan.team))
    few = _statements(world, hanh, path)
    for n in range(1, 30):
        world.person(f"Người {n}", "officer", areas=["cụm Bắc"])
        team = world.team("Ấp 2", name=f"Tổ {n}")
        person = world.person(f"Bà {n}", team=team)
        person.record(world.body(team, "Ấp 2"))
    assert _statements(world, hanh, path) <= few


def _statements(world, person, path):
    person.get(path).close()
    with counted(world.app) as found:
        person.get(path).close()
    return found["statements"]


def test_approving_thirty_reads_no_more_often_than_approving_one(world):
    lan, khoa = world.volunteer(), world.officer()

    def approve(count):
        made = [lan.record(world.body(lan.team, participants=30 + n)) for n in range(count)]
        wanted = [{"id": s["id"], "etag": '"v1"'} for s in made]
        with counted(world.app) as found:
            khoa.post("/reviews", {"decision": "approve", "sessions": wanted})
        return found["selects"]

    approve(1)
    assert approve(30) <= approve(2)


def test_who_one_is_is_told_from_one_read_of_one_s_teams(world):
    lan = world.volunteer("Lan")
    world.officer("Khoa")
    lan.get("/auth/me")
    # Who is signed in; the teams; whoever may help.
    with counted(world.app) as found:
        assert lan.get("/auth/me").json["contact"]["name"] == "Khoa"
    assert found["selects"] <= 4

"""What is read is found by an index on the first day too: nothing waits for a count of the rows."""

import re

import pytest
from sqlalchemy import event, text

from server.extensions import db

READ = [
    "/audit?object=team:{team}",
    "/audit?about={user}",
    "/audit?person={user}",
    "/audit?kind=people",
    "/audit?kind=teams",
    "/audit?kind=downloads",
    "/sessions",
    "/sessions?state=returned",
    "/sessions?state=pending&sort=review&decidable=true",
    "/sessions?flag=late",
    "/sessions?flagged=true",
    "/sessions?asked_back=true",
    "/sessions?source=paper",
    "/sessions?team={team}",
    "/sessions?mine=true",
    "/sessions?receipt=B-22222-22222",
    "/search?q=0901",
    "/sessions/{session}",
    "/worklist",
    "/worklist/teams",
    "/rollups?period=2026-11&state=provisional&by=hamlet",
    "/rollups/sessions?period=2026-11&state=provisional&cell=participants",
    "/rollups/comparison?state=provisional&by=hamlet",
    "/coverage?state=provisional",
    "/reports/sessions.csv?period=2026-11",
]
GROWING = "audit_entry|outreach_session|session_flag"
# What walks all rows there are: SQLite's words, and PostgreSQL's with every other way open to it.
WALKED = re.compile(rf"SCAN ({GROWING})(?! USING)|Seq Scan on ({GROWING})\b")
# Nearly all sessions are approved: their state alone finds nothing, but for what waits in order.
BY_STATE_ALONE = re.compile(r"state_is_clean_date_id_place_id \(state=\?\)")


def walks(plan, statement):
    in_order = "ORDER BY outreach_session.is_clean" in statement
    return WALKED.search(plan) or (BY_STATE_ALONE.search(plan) and not in_order)


def walked(world, act):
    """The SELECTs of an act for which the database would walk all that ever was, and their plans;
    and how many SELECTs there were."""
    asked = []

    def note(connection, cursor, statement, parameters, context, many):
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    with world.app.app_context():
        engines = list(db.engines.values())
        for engine in engines:
            event.listen(engine, "before_cursor_execute", note)
        act()
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)
        is_sqlite = db.engine.dialect.name == "sqlite"
        found = []
        with db.engines["reading"].connect() as connection:
            if not is_sqlite:
                connection.execute(text("SET enable_seqscan = off"))
            for statement, parameters in asked:
                explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
                rows = connection.exec_driver_sql(explain + statement, parameters)
                plan = "\n".join(str(row[-1]) for row in rows)
                if walks(plan, statement):
                    found.append((statement, plan))
    return found, len(asked)


@pytest.mark.parametrize("path", READ)
def test_nothing_that_is_read_walks_all_that_ever_was(world, path):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    made = lan.record(world.body(lan.team))
    khoa.review(made, "return", reasons=["other"], comment="Xem lại")
    named = path.format(team=lan.team, user=lan.id, session=made["id"])
    found, n = walked(world, lambda: khoa.get(named))
    assert n > 0
    assert found == []


def test_a_session_is_recorded_without_walking_all_that_ever_was(world):
    lan = world.volunteer("Lan")
    lan.record(world.body(lan.team, date="2026-11-16"))
    found, n = walked(world, lambda: lan.record(world.body(lan.team, participants=30)))
    assert n > 0
    assert found == []


def test_sqlite_counts_nothing_on_the_first_day(world):
    """It would go by that day for years."""
    with world.app.app_context(), db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            tables = connection.scalars(text("SELECT name FROM sqlite_master")).all()
        else:
            tables = connection.scalars(text("SELECT relname FROM pg_class")).all()
        assert "outreach_session" in tables
        assert not [name for name in tables if name.startswith("sqlite_stat")]

"""A list finds its rows by an index on an empty database too: nothing waits for a count of them."""

import re

import pytest
from sqlalchemy import event, text

from server.extensions import db

LISTS = [
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
]
GROWING = "audit_entry|outreach_session|session_flag"
# What walks all rows there are: SQLite's words, and PostgreSQL's with every other way open to it.
WALKED = re.compile(rf"SCAN ({GROWING})(?! USING)|Seq Scan on ({GROWING})\b")


def ways(world, reader, path):
    """How the database would find the rows of every SELECT that a path costs."""
    asked = []

    def note(connection, cursor, statement, parameters, context, many):
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    with world.app.app_context():
        engine = db.engines["reading"]
        event.listen(engine, "before_cursor_execute", note)
        reader.get(path)
        event.remove(engine, "before_cursor_execute", note)
        explain = "EXPLAIN " if engine.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN "
        with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SET enable_seqscan = off"))
            for statement, parameters in asked:
                rows = connection.exec_driver_sql(explain + statement, parameters)
                yield "\n".join(str(row[-1]) for row in rows)


@pytest.mark.parametrize("path", LISTS)
def test_no_list_walks_all_that_ever_was(world, path):
    lan, khoa = world.volunteer("Lan"), world.officer("Khoa")
    khoa.review(lan.record(world.body(lan.team)), "return", reasons=["other"], comment="Xem lại")
    plans = list(ways(world, khoa, path.format(team=lan.team, user=lan.id)))
    assert plans
    assert [plan for plan in plans if WALKED.search(plan)] == []


def test_sqlite_counts_nothing_on_the_first_day(world):
    """It would go by that day for years."""
    with world.app.app_context(), db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            tables = connection.scalars(text("SELECT name FROM sqlite_master")).all()
        else:
            tables = connection.scalars(text("SELECT relname FROM pg_class")).all()
        assert "outreach_session" in tables
        assert not [name for name in tables if name.startswith("sqlite_stat")]

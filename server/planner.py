"""What a database's planner is told, so that a query takes the same way on the first day and at a
million rows."""

from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from server.extensions import db


class off_index(ColumnElement):
    """A column whose condition must not lead: another one says which index is used. Asked for
    hundreds of places, SQLite would gather all their sessions and sort them to give the latest
    fifty, or to count the few that wait; PostgreSQL counts what it holds and needs no such word."""

    inherit_cache = True
    _traverse_internals = (("column", InternalTraversal.dp_clauseelement),)

    def __init__(self, column: Any):
        self.column, self.type = column, column.type


@compiles(off_index)
def _plain(element: off_index, compiler: Any, **kw: Any) -> str:
    return compiler.process(element.column, **kw)


@compiles(off_index, "sqlite")
def _without_its_index(element: off_index, compiler: Any, **kw: Any) -> str:
    # SQLite has no way to name what is not to be used but this one (sqlite.org/optoverview.html).
    return f"+{compiler.process(element.column, **kw)}"


def count_up() -> None:
    """Let SQLite look at what it holds, as far as that has changed much, so that it knows which
    index is the short way; PostgreSQL does so by itself. A look at a part of each index, at most
    some seconds, during which nothing else is written: while nobody is served."""
    engine = db.engines[None]
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.connection.dbapi_connection.execute("PRAGMA optimize=0x10002")

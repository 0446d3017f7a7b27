"""What a database's planner is told, so that a query takes the same way on the first day and at a
million rows. SQLite is never let count what it holds: it would go by what it counted on the first
day, and walk a log of a million entries as if it had ten."""

import json
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, any_, func, literal, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from server.extensions import db

FEW = 8  # ids that are written out one by one


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


def of_each(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """EXISTS, asked of one row after the other: of a page of people PostgreSQL would first gather
    everybody who is in any team, for it knows not how few are asked about."""
    return select(literal(1)).where(*conditions).limit(1).scalar_subquery().is_not(None)


def among(column: Any, ids: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column is one of many ids, numbers or UUIDs, as one parameter: fifty already take
    longer to write down, to send and to plan than what is looked for."""
    if len(ids) < FEW:
        return column.in_(ids)
    if db.engine.dialect.name == "postgresql":
        return column == any_(literal(list(ids), ARRAY(column.type)))
    written = [id.hex if isinstance(id, UUID) else id for id in ids]
    listed = func.json_each(json.dumps(written)).table_valued("value")
    return column.in_(select(listed.c.value))

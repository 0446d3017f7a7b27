"""Change leaf totals, and prove them.

A change is a `Counts`: for each leaf (table, key) how much to add to each measure. Totals move by
new - old, in the transaction of the session that moved them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    except_,
    func,
    insert,
    select,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite

from server.extensions import db
from server.rollups.models import PlaceTotal, ServiceTotal, TeamTotal

Leaf = tuple[str, tuple]  # (table name, values of its primary key in order)
Counts = dict[Leaf, dict[str, int]]

# Written in this order everywhere, and by key within a table, so that two writers who share leaves
# wait for each other in turn and never in a circle.
TABLES: dict[str, Table] = {
    model.__tablename__: model.__table__ for model in (PlaceTotal, ServiceTotal, TeamTotal)
}


def difference(new: Iterable[Counts], old: Iterable[Counts] = ()) -> Counts:
    """new - old, merged by leaf, without the measures that do not change."""
    merged: Counts = defaultdict(lambda: defaultdict(int))
    for sign, many in ((1, new), (-1, old)):
        for counts in many:
            for leaf, measures in counts.items():
                for measure, n in measures.items():
                    merged[leaf][measure] += sign * n
    changed = {
        leaf: {measure: n for measure, n in measures.items() if n}
        for leaf, measures in merged.items()
    }
    return {leaf: measures for leaf, measures in changed.items() if measures}


def apply(change: Counts) -> None:
    """Add a change to the totals, as atomic statements."""
    for name, table in TABLES.items():
        rows = sorted((leaf[1], measures) for leaf, measures in change.items() if leaf[0] == name)
        _add(table, [row for row in rows if min(row[1].values()) >= 0])
        _take(table, [row for row in rows if min(row[1].values()) < 0])


def _add(table: Table, rows: list[tuple[tuple, dict[str, int]]]) -> None:
    if rows:
        statement = _upsert(table, db.engine.dialect.name)
        _connection().execute(statement, [_row(table, *row) for row in rows])


def _take(table: Table, rows: list[tuple[tuple, dict[str, int]]]) -> None:
    """Rows that shrink exist already; an upsert would trip over CHECK (n >= 0) before it looked."""
    if not rows:
        return
    parameters = []
    for key, measures in rows:
        row = _row(table, key, measures)
        parameters.append(
            {f"at_{k.name}": row[k.name] for k in table.primary_key}
            | {f"add_{m.name}": row[m.name] for m in _measures(table)}
        )
    _connection().execute(_update(table), parameters)


# The two statements are built once: writing a session changes three tables, and putting the SQL
# together anew would take longer than running it.
@cache
def _upsert(table: Table, dialect_name: str) -> Any:
    dialect = postgresql if dialect_name == "postgresql" else sqlite
    statement = dialect.insert(table)
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key),
        set_={m.name: table.c[m.name] + statement.excluded[m.name] for m in _measures(table)},
    )


@cache
def _update(table: Table) -> Any:
    statement = table.update().values(
        {m.name: m + bindparam(f"add_{m.name}") for m in _measures(table)}
    )
    for key in table.primary_key:
        statement = statement.where(key == bindparam(f"at_{key.name}"))
    return statement


def _connection() -> Connection:
    """The transaction's connection, with everything before it sent."""
    db.session.flush()
    return db.session.connection()


def _row(table: Table, key: tuple, measures: Mapping[str, int]) -> dict[str, Any]:
    row: dict[str, Any] = {m.name: measures.get(m.name, 0) for m in _measures(table)}
    return dict(zip([k.name for k in table.primary_key], key, strict=True)) | row


def _measures(table: Table) -> list:
    return [column for column in table.columns if not column.primary_key]


def rebuild(expected: Mapping[str, Select]) -> None:
    """Replace every total by what the sessions say; `expected` gives a table's rows by its name."""
    for name, table in TABLES.items():
        db.session.execute(delete(table))
        db.session.execute(
            insert(table).from_select([column.name for column in table.columns], expected[name])
        )


def differences(expected: Mapping[str, Select]) -> dict[str, int]:
    """How many rows of each table differ from what the sessions say, compared both ways in the
    running transaction. Rows that have come back to nothing count as absent."""
    found = {}
    for name, table in TABLES.items():
        kept = select(*table.columns).where(sum(_measures(table)) > 0)
        stored, wanted = kept.subquery(), expected[name].subquery()
        both_ways = union_all(
            select(except_(select(stored), select(wanted)).subquery()),
            select(except_(select(wanted), select(stored)).subquery()),
        ).subquery()
        found[name] = db.session.scalar(select(func.count()).select_from(both_ways)) or 0
    return found

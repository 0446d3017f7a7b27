"""Many rows into one table: turned into what the driver takes before the transaction, for while it
runs on SQLite everybody else who writes is waiting."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Table, insert

from server.extensions import db

CHUNK = 1000  # rows written, or ids asked for, at a time
ROOM = 64 * 1024  # KiB of pages that SQLite holds meanwhile


def in_parts(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """As many at a time as one statement takes."""
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]


@contextmanager
def room() -> Iterator[None]:
    """Memory for the pages that many rows touch, inside `write`. With SQLite's usual 2 MB each page
    of thirteen indexes would be written and read again and again while everybody else waits."""
    connection = db.session.connection()
    if connection.dialect.name != "sqlite":
        yield
        return
    usual = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{ROOM}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {usual}")


class Insert:
    """Rows as `{column: value}`, all with the same columns, that the database does not know yet.
    Defaults that are SQL are left to it; one that Python would give must stand in the rows."""

    def __init__(self, model: Any, rows: list[dict[str, Any]]):
        table: Table = model.__table__
        self.text, self.parameters = "", []
        if not rows:
            return
        dialect = db.engine.dialect
        compiled = insert(table).compile(dialect=dialect, column_keys=list(rows[0]))
        if compiled.insert_prefetch:
            raise TypeError(f"without a value: {compiled.insert_prefetch}")
        turns = {
            name: table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
            for name in rows[0]
        }
        self.text = str(compiled)
        names = compiled.positiontup if compiled.positional else None
        for row in rows:
            turned = {name: turn(row[name]) if turn else row[name] for name, turn in turns.items()}
            self.parameters.append(tuple(turned[n] for n in names) if names else turned)

    def run(self, tick: Callable[[int], None] = lambda done: None) -> None:
        """Write them, inside `write`."""
        connection = db.session.connection()
        done = 0
        for part in in_parts(self.parameters):
            connection.exec_driver_sql(self.text, part)
            tick(done := done + len(part))

"""How Alembic reaches the database: through the app's writing engine, in batch mode for SQLite."""

from contextlib import contextmanager

from alembic import context
from flask import current_app

from server.extensions import Instant

engine = current_app.extensions["migrate"].db.engines[None]
metadata = current_app.extensions["migrate"].db.metadatas[None]


def render_item(kind, item, autogen_context):
    """Our own column type, written as the plain one it is in the database."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    return False


@contextmanager
def unbound_tables(connection):
    """SQLite changes a table by making it anew, which those that refer to it must bear meanwhile;
    afterwards every reference is looked at."""
    if engine.dialect.name != "sqlite":
        yield
        return
    sqlite = connection.connection.dbapi_connection
    sqlite.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        if broken := sqlite.execute("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError(f"references to nothing after migrating: {broken[:5]}")
    finally:
        sqlite.execute("PRAGMA foreign_keys=ON")


with engine.connect() as connection, unbound_tables(connection):
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=False,
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()

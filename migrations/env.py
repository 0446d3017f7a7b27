"""How Alembic reaches the database: through the app's writing engine, in batch mode for SQLite."""

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


with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=False,
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()

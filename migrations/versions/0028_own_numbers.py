"""On SQLite nobody gets the number of a person or a team who is no more: what the log tells of the
one would be read of the other. PostgreSQL never gave it."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

ENTRY = sa.table("audit_entry", sa.column("object_type"), sa.column("object_id"))
GIVEN = sa.table("sqlite_sequence", sa.column("name"), sa.column("seq"))


def upgrade():
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    for name in ("user", "team"):
        _made_anew(name, True)
        # Nor are those given again that went before this step.
        number, table = sa.cast(ENTRY.c.object_id, sa.Integer), sa.table(name, sa.column("id"))
        told = sa.select(sa.func.max(number)).where(ENTRY.c.object_type == name)
        here = sa.select(sa.func.max(table.c.id))
        highest = max(connection.scalar(query) or 0 for query in (told, here))
        connection.execute(sa.delete(GIVEN).where(GIVEN.c.name == name))
        connection.execute(sa.insert(GIVEN).values(name=name, seq=highest))


def downgrade():
    if op.get_bind().dialect.name == "sqlite":
        for name in ("user", "team"):
            _made_anew(name, False)


def _made_anew(name, numbered):
    made = {"recreate": "always", "table_kwargs": {"sqlite_autoincrement": numbered}}
    with op.batch_alter_table(name, **made):
        pass

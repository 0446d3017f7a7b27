"""Folded names of people and teams, found without accents; the version of a time in a team."""

import sqlalchemy as sa
from alembic import op

from server.text import fold

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

NAMES = {"user": 240, "team": 320}


def upgrade():
    for table, length in NAMES.items():
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("folded", sa.String(length=length), nullable=True))
        _fold(table)
        with op.batch_alter_table(table) as batch:
            batch.alter_column("folded", existing_type=sa.String(length=length), nullable=False)
            batch.create_index(f"ix_{table}_folded", ["folded"])
    with op.batch_alter_table("team_member") as batch:
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("team_member") as batch:
        batch.alter_column("version", existing_type=sa.Integer(), server_default=None)


def _fold(name):
    """As the application folds them, which no database can."""
    columns = (sa.column("id"), sa.column("name"), sa.column("folded"))
    table = sa.table(name, *columns)
    connection = op.get_bind()
    rows = connection.execute(sa.select(table.c.id, table.c.name)).all()
    if rows:
        change = table.update().where(table.c.id == sa.bindparam("row"))
        folded = [{"row": row.id, "folded": fold(row.name)} for row in rows]
        connection.execute(change, folded)


def downgrade():
    with op.batch_alter_table("team_member") as batch:
        batch.drop_column("version")
    for table in NAMES:
        with op.batch_alter_table(table) as batch:
            batch.drop_index(f"ix_{table}_folded")
            batch.drop_column("folded")

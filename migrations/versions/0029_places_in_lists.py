"""A hint's row and the index of what came otherwise than from phones say where: an officer's list
of them looked at the sessions of the whole province to find those of their area."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

OLD = "ix_session_flag_flag_date_session_id", ["flag", "date", "session_id"]
NEW = "ix_session_flag_flag_date_session_id_place_id", ["flag", "date", "session_id", "place_id"]
RARE = "ix_outreach_session_rare_source"
RARE_ONLY = sa.text("source NOT IN ('web', 'offline')")
PLACES = (
    "UPDATE session_flag SET place_id = (SELECT s.place_id FROM outreach_session AS s"
    " WHERE s.id = session_flag.session_id)"
)


def upgrade():
    with op.batch_alter_table("session_flag") as table:
        table.drop_index(OLD[0])
        table.add_column(sa.Column("place_id", sa.Integer(), nullable=True))
    op.execute(PLACES)
    with op.batch_alter_table("session_flag") as table:
        table.alter_column("place_id", existing_type=sa.Integer(), nullable=False)
        table.create_index(*NEW)
    _list_rare(["source", "date", "id", "place_id"])


def downgrade():
    with op.batch_alter_table("session_flag") as table:
        table.drop_index(NEW[0])
        table.drop_column("place_id")
        table.create_index(*OLD)
    _list_rare(["source", "date", "id"])


def _list_rare(columns):
    op.drop_index(RARE, table_name="outreach_session")
    op.create_index(
        RARE, "outreach_session", columns, sqlite_where=RARE_ONLY, postgresql_where=RARE_ONLY
    )

"""A phone is found by its last digits; what is rare in the log and among sessions has an index."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

OTHER, NOT_APPROVED = sa.text("object_type <> 'session'"), sa.text("state <> 'approved'")


def upgrade():
    with op.batch_alter_table("user") as batch:
        batch.add_column(sa.Column("phone_reversed", sa.String(length=10), nullable=True))
        batch.create_index("ix_user_phone_reversed", ["phone_reversed"])
    _reverse()
    op.create_index(
        "ix_audit_entry_other", "audit_entry", ["id"], sqlite_where=OTHER, postgresql_where=OTHER
    )
    op.create_index(
        "ix_outreach_session_not_approved", "outreach_session", ["state", "date", "id"],
        sqlite_where=NOT_APPROVED, postgresql_where=NOT_APPROVED,
    )  # fmt: skip


def _reverse():
    user = sa.table("user", *(sa.column(name) for name in ("id", "phone", "phone_reversed")))
    connection = op.get_bind()
    rows = connection.execute(sa.select(user.c.id, user.c.phone).where(user.c.phone.isnot(None)))
    backwards = [{"row": row.id, "backwards": row.phone[::-1]} for row in rows]
    if backwards:
        change = user.update().where(user.c.id == sa.bindparam("row"))
        change = change.values(phone_reversed=sa.bindparam("backwards"))
        connection.execute(change, backwards)


def downgrade():
    op.drop_index("ix_outreach_session_not_approved", "outreach_session")
    op.drop_index("ix_audit_entry_other", "audit_entry")
    with op.batch_alter_table("user") as batch:
        batch.drop_index("ix_user_phone_reversed")
        batch.drop_column("phone_reversed")

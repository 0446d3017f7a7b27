"""Authors of approved sessions ask for them back."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ASKED_BACK = sa.text("asked_back_at IS NOT NULL")


def upgrade():
    with op.batch_alter_table("outreach_session") as batch_op:
        batch_op.add_column(sa.Column("asked_back_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("asked_back_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("asked_back_reason", sa.Text(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_outreach_session_asked_back_by"), "user", ["asked_back_by"], ["id"]
        )
    op.create_index(
        "ix_outreach_session_asked_back_at",
        "outreach_session",
        ["asked_back_at"],
        postgresql_where=ASKED_BACK,
        sqlite_where=ASKED_BACK,
    )


def downgrade():
    op.drop_index("ix_outreach_session_asked_back_at", "outreach_session")
    with op.batch_alter_table("outreach_session") as batch_op:
        batch_op.drop_constraint(op.f("fk_outreach_session_asked_back_by"), type_="foreignkey")
        for name in ("asked_back_reason", "asked_back_by", "asked_back_at"):
            batch_op.drop_column(name)

"""The few nil reports of a year are found among a million sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade():
    op.create_index(
        "ix_outreach_session_nil",
        "outreach_session",
        ["date", "place_id", "state"],
        sqlite_where=sa.text("nil IS 1"),
        postgresql_where=sa.text("nil IS true"),
    )


def downgrade():
    op.drop_index("ix_outreach_session_nil", table_name="outreach_session")

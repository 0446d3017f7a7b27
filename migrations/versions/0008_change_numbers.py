"""Numbers of changes, for phones that ask what changed since."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_outreach_session_change_number": ["change_number"],
    "ix_outreach_session_team_id_change_number": ["team_id", "change_number"],
    "ix_outreach_session_recorded_by_change_number": ["recorded_by", "change_number"],
}


def upgrade():
    op.add_column(
        "outreach_session",
        sa.Column("change_number", sa.BigInteger(), server_default="0", nullable=False),
    )
    op.drop_index("ix_outreach_session_recorded_by", "outreach_session")
    for name, columns in INDEXES.items():
        op.create_index(name, "outreach_session", columns)


def downgrade():
    for name in INDEXES:
        op.drop_index(name, "outreach_session")
    op.create_index("ix_outreach_session_recorded_by", "outreach_session", ["recorded_by"])
    with op.batch_alter_table("outreach_session") as batch_op:
        batch_op.drop_column("change_number")

"""Lists of flagged sessions, of one's own and of those from paper and files stay quick among a
million."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

RARE = sa.text("source NOT IN ('web', 'offline')")


def upgrade():
    op.create_index(
        "ix_outreach_session_flagged",
        "outreach_session",
        ["date", "id"],
        sqlite_where=sa.text("is_clean = 0"),
        postgresql_where=sa.text("NOT is_clean"),
    )
    op.create_index(
        "ix_outreach_session_rare_source",
        "outreach_session",
        ["source", "date", "id"],
        sqlite_where=RARE,
        postgresql_where=RARE,
    )
    op.create_index("ix_outreach_session_conducted_by", "outreach_session", ["conducted_by"])


def downgrade():
    op.drop_index("ix_outreach_session_conducted_by", table_name="outreach_session")
    op.drop_index("ix_outreach_session_rare_source", table_name="outreach_session")
    op.drop_index("ix_outreach_session_flagged", table_name="outreach_session")

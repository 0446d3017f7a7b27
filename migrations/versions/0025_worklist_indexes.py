"""A worklist counts by indexes alone: what waits with all that it is counted by, and the counted
sessions of each team."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

NOT_APPROVED = sa.text("state <> 'approved'")
COUNTED = "state IN ('pending', 'approved') AND nil IS "
WAITING = (
    *("state", "place_id", "submitted_by", "recorded_by"),
    *("conducted_by", "waiting_since", "changed_at", "is_clean"),
)


def upgrade():
    op.create_index(
        "ix_outreach_session_waiting",
        "outreach_session",
        list(WAITING),
        sqlite_where=NOT_APPROVED,
        postgresql_where=NOT_APPROVED,
    )
    op.create_index(
        "ix_outreach_session_counted",
        "outreach_session",
        ["team_id", "date"],
        sqlite_where=sa.text(COUNTED + "0"),
        postgresql_where=sa.text(COUNTED + "false"),
    )


def downgrade():
    op.drop_index("ix_outreach_session_counted", "outreach_session")
    op.drop_index("ix_outreach_session_waiting", "outreach_session")

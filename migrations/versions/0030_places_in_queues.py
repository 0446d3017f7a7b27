"""The indexes of what waits and of what was not approved say where: an officer's queue of a commune
looked at what waits in the whole province."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

OTHERS = "ix_outreach_session_not_approved"
NOT_APPROVED = sa.text("state <> 'approved'")
QUEUE = "ix_outreach_session_state_is_clean_date_id"
QUEUED = ["state", "is_clean", "date", "id"]
LISTED = ["state", "date", "id"]


def upgrade():
    op.drop_index(QUEUE, table_name="outreach_session")
    op.create_index(f"{QUEUE}_place_id", "outreach_session", [*QUEUED, "place_id"])
    _list_others([*LISTED, "place_id"])


def downgrade():
    op.drop_index(f"{QUEUE}_place_id", table_name="outreach_session")
    op.create_index(QUEUE, "outreach_session", QUEUED)
    _list_others(LISTED)


def _list_others(columns):
    op.drop_index(OTHERS, table_name="outreach_session")
    op.create_index(
        OTHERS, "outreach_session", columns,
        sqlite_where=NOT_APPROVED, postgresql_where=NOT_APPROVED,
    )  # fmt: skip

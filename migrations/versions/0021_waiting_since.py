"""Since when a session waits for its decision is kept, so that a slip taken back changes nothing;
the few who are no volunteers have an index."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

STAFF = sa.text("role <> 'volunteer'")
AT = sa.DateTime(timezone=True)


def upgrade():
    with op.batch_alter_table("outreach_session") as batch:
        batch.add_column(sa.Column("waiting_since", AT, nullable=True))
    # The last change of what waits is what made it wait; of the others nobody asks.
    op.execute(
        "UPDATE outreach_session SET waiting_since ="
        " CASE WHEN state = 'pending' THEN changed_at ELSE received_at END"
    )
    with op.batch_alter_table("outreach_session") as batch:
        batch.alter_column("waiting_since", existing_type=AT, nullable=False)
    op.create_index("ix_user_staff", "user", ["id"], sqlite_where=STAFF, postgresql_where=STAFF)


def downgrade():
    op.drop_index("ix_user_staff", "user")
    with op.batch_alter_table("outreach_session") as batch:
        batch.drop_column("waiting_since")

"""Joint sessions are merged, and photos are known again."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

MERGED = sa.text("merged_into IS NOT NULL")


def upgrade():
    op.add_column("outreach_session", sa.Column("merged_into", sa.Uuid(), nullable=True))
    op.create_index(
        "ix_outreach_session_merged_into",
        "outreach_session",
        ["merged_into"],
        postgresql_where=MERGED,
        sqlite_where=MERGED,
    )
    op.add_column("session_revision", sa.Column("other_id", sa.Uuid(), nullable=True))
    op.add_column("session_photo", sa.Column("fingerprint", sa.String(length=16), nullable=True))
    op.create_index("ix_session_photo_fingerprint", "session_photo", ["fingerprint"])


def downgrade():
    op.drop_index("ix_session_photo_fingerprint", table_name="session_photo")
    op.drop_column("session_photo", "fingerprint")
    op.drop_column("session_revision", "other_id")
    op.drop_index("ix_outreach_session_merged_into", table_name="outreach_session")
    op.drop_column("outreach_session", "merged_into")

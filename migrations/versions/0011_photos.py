"""Photos of sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "session_photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_session_photo_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_photo")),
    )
    op.create_index("ix_session_photo_session_id", "session_photo", ["session_id"])
    op.create_index("ix_session_photo_by_id_received_at", "session_photo", ["by_id", "received_at"])


def downgrade():
    op.drop_table("session_photo")

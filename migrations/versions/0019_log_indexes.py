"""The log is read by who did something, and by day."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade():
    op.create_index("ix_audit_entry_actor_id_id", "audit_entry", ["actor_id", "id"])
    op.create_index("ix_audit_entry_at", "audit_entry", ["at"])


def downgrade():
    op.drop_index("ix_audit_entry_at", "audit_entry")
    op.drop_index("ix_audit_entry_actor_id_id", "audit_entry")

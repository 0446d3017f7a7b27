"""The sessions that a file brought in are listed by it."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

IMPORTED = sa.text("import_id IS NOT NULL")
INDEXES = {
    "ix_outreach_session_import": ["import_id", "date", "id"],
    "ix_outreach_session_import_review": ["import_id", "state", "is_clean", "date", "id"],
}
# Taken back and brought in again, a session has another id: no two files made the same one.
MADE = "(SELECT batch_id FROM import_made WHERE session_id = outreach_session.id)"


def upgrade():
    op.add_column("outreach_session", sa.Column("import_id", sa.Uuid(), nullable=True))
    op.execute(f"UPDATE outreach_session SET import_id = {MADE} WHERE source = 'import'")
    for name, columns in INDEXES.items():
        op.create_index(
            name, "outreach_session", columns, sqlite_where=IMPORTED, postgresql_where=IMPORTED
        )


def downgrade():
    for name in INDEXES:
        op.drop_index(name, "outreach_session")
    with op.batch_alter_table("outreach_session") as batch:
        batch.drop_column("import_id")

"""SQLite forgets what it once counted: an installation's first day says nothing of its years."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade():
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        counted = "SELECT name FROM sqlite_master WHERE name LIKE 'sqlite\\_stat%' ESCAPE '\\'"
        for table in connection.scalars(sa.text(counted)).all():
            op.execute(f"DROP TABLE {table}")


def downgrade():
    pass

"""Of which year a number of residents is, and who says so."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("admin_unit") as table:
        table.add_column(sa.Column("population_year", sa.Integer(), nullable=True))
        table.add_column(sa.Column("population_source", sa.String(length=200), nullable=True))


def downgrade():
    with op.batch_alter_table("admin_unit") as table:
        table.drop_column("population_source")
        table.drop_column("population_year")

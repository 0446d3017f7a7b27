"""A volunteer of no team at all keeps the place where they last stood, so that whoever answers for
it goes on seeing them."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("user") as batch:
        batch.add_column(sa.Column("last_home_id", sa.Integer(), nullable=True))
        batch.create_foreign_key("fk_user_last_home_id", "admin_unit", ["last_home_id"], ["id"])
        batch.create_index("ix_user_last_home_id", ["last_home_id"])
    # Those whom nobody sees any more: the log's last word on where they were.
    op.execute(
        """
        UPDATE "user" SET last_home_id = (
            SELECT place_id FROM audit_entry
            WHERE object_type = 'user' AND object_id = CAST("user".id AS VARCHAR(40))
                AND place_id IS NOT NULL
            ORDER BY audit_entry.id DESC LIMIT 1
        )
        WHERE role = 'volunteer' AND NOT EXISTS (
            SELECT 1 FROM team_member WHERE team_member.user_id = "user".id
        )
        """
    )


def downgrade():
    with op.batch_alter_table("user") as batch:
        batch.drop_index("ix_user_last_home_id")
        batch.drop_constraint("fk_user_last_home_id", type_="foreignkey")
        batch.drop_column("last_home_id")

"""The register of administrative units."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "admin_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("legal_basis", sa.String(length=100), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "level IN ('province', 'district', 'commune', 'hamlet')",
            name=op.f("ck_admin_unit_level"),
        ),
        sa.CheckConstraint("valid_from < valid_to", name=op.f("ck_admin_unit_interval")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_admin_unit")),
    )
    op.create_table(
        "register_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_version")),
    )
    op.create_table(
        "admin_unit_name",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.String(length=120), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=True),
        sa.CheckConstraint("valid_from < valid_to", name=op.f("ck_admin_unit_name_interval")),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["admin_unit.id"], name=op.f("fk_admin_unit_name_unit_id")
        ),
        sa.PrimaryKeyConstraint("unit_id", "valid_from", name=op.f("pk_admin_unit_name")),
    )
    with op.batch_alter_table("admin_unit_name", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_admin_unit_name_code_valid_from"), ["code", "valid_from"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_admin_unit_name_folded"), ["folded"], unique=False)
    op.create_table(
        "admin_unit_parent",
        sa.Column("child_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("valid_from < valid_to", name=op.f("ck_admin_unit_parent_interval")),
        sa.ForeignKeyConstraint(
            ["child_id"], ["admin_unit.id"], name=op.f("fk_admin_unit_parent_child_id")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["admin_unit.id"], name=op.f("fk_admin_unit_parent_parent_id")
        ),
        sa.PrimaryKeyConstraint("child_id", "valid_from", name=op.f("pk_admin_unit_parent")),
    )
    with op.batch_alter_table("admin_unit_parent", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_admin_unit_parent_parent_id"), ["parent_id"], unique=False
        )
    op.create_table(
        "succession",
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("legal_basis", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(["from_id"], ["admin_unit.id"], name=op.f("fk_succession_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["admin_unit.id"], name=op.f("fk_succession_to_id")),
        sa.PrimaryKeyConstraint("from_id", "to_id", "effective_date", name=op.f("pk_succession")),
    )


def downgrade():
    op.drop_table("succession")
    op.drop_table("admin_unit_parent")
    op.drop_table("admin_unit_name")
    op.drop_table("register_version")
    op.drop_table("admin_unit")

"""Organising bodies and their members."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("home_id", sa.Integer(), nullable=False),
        sa.Column("founded_on", sa.Date(), nullable=False),
        sa.Column("dissolved_on", sa.Date(), nullable=False),
        sa.Column("decision_number", sa.String(length=60), nullable=True),
        sa.Column("is_pilot", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('hamlet', 'commune', 'youth', 'agency')", name=op.f("ck_team_kind")
        ),
        sa.CheckConstraint("founded_on < dissolved_on", name=op.f("ck_team_interval")),
        sa.ForeignKeyConstraint(["home_id"], ["admin_unit.id"], name=op.f("fk_team_home_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )
    with op.batch_alter_table("team", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_home_id"), ["home_id"], unique=False)
    op.create_table(
        "team_member",
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=True),
        sa.Column("is_female", sa.Boolean(), nullable=True),
        sa.Column("is_union_member", sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "role IN ('leader', 'deputy', 'member')", name=op.f("ck_team_member_role")
        ),
        sa.CheckConstraint("joined_on < left_on", name=op.f("ck_team_member_interval")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_member_team_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_team_member_user_id")),
        sa.PrimaryKeyConstraint("team_id", "user_id", "joined_on", name=op.f("pk_team_member")),
    )
    with op.batch_alter_table("team_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_member_user_id"), ["user_id"], unique=False)


def downgrade():
    op.drop_table("team_member")
    op.drop_table("team")

"""Leaf totals of rollups."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "place_total",
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("grain", sa.String(length=4), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("audience_class", sa.String(length=6), nullable=False),
        sa.Column("state_class", sa.String(length=8), nullable=False),
        sa.Column("outing", sa.Integer(), nullable=False),
        sa.Column("training_class", sa.Integer(), nullable=False),
        sa.Column("home_visit", sa.Integer(), nullable=False),
        sa.Column("help_point", sa.Integer(), nullable=False),
        sa.Column("market_street", sa.Integer(), nullable=False),
        sa.Column("combined_meeting", sa.Integer(), nullable=False),
        sa.Column("online", sa.Integer(), nullable=False),
        sa.Column("broadcast", sa.Integer(), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=False),
        sa.Column("team_members_trained", sa.Integer(), nullable=False),
        sa.Column("first_time", sa.Integer(), nullable=False),
        sa.Column("first_time_recorded", sa.Integer(), nullable=False),
        sa.Column("female", sa.Integer(), nullable=False),
        sa.Column("female_recorded", sa.Integer(), nullable=False),
        sa.Column("elderly", sa.Integer(), nullable=False),
        sa.Column("elderly_recorded", sa.Integer(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=False),
        sa.Column("households_recorded", sa.Integer(), nullable=False),
        sa.Column("on_time", sa.Integer(), nullable=False),
        sa.Column("reach", sa.Integer(), nullable=False),
        sa.CheckConstraint("broadcast >= 0", name=op.f("ck_place_total_broadcast")),
        sa.CheckConstraint("combined_meeting >= 0", name=op.f("ck_place_total_combined_meeting")),
        sa.CheckConstraint("elderly >= 0", name=op.f("ck_place_total_elderly")),
        sa.CheckConstraint("elderly_recorded >= 0", name=op.f("ck_place_total_elderly_recorded")),
        sa.CheckConstraint("female >= 0", name=op.f("ck_place_total_female")),
        sa.CheckConstraint("female_recorded >= 0", name=op.f("ck_place_total_female_recorded")),
        sa.CheckConstraint("first_time >= 0", name=op.f("ck_place_total_first_time")),
        sa.CheckConstraint(
            "first_time_recorded >= 0", name=op.f("ck_place_total_first_time_recorded")
        ),
        sa.CheckConstraint("help_point >= 0", name=op.f("ck_place_total_help_point")),
        sa.CheckConstraint("home_visit >= 0", name=op.f("ck_place_total_home_visit")),
        sa.CheckConstraint("households >= 0", name=op.f("ck_place_total_households")),
        sa.CheckConstraint(
            "households_recorded >= 0", name=op.f("ck_place_total_households_recorded")
        ),
        sa.CheckConstraint("market_street >= 0", name=op.f("ck_place_total_market_street")),
        sa.CheckConstraint("on_time >= 0", name=op.f("ck_place_total_on_time")),
        sa.CheckConstraint("online >= 0", name=op.f("ck_place_total_online")),
        sa.CheckConstraint("outing >= 0", name=op.f("ck_place_total_outing")),
        sa.CheckConstraint("participants >= 0", name=op.f("ck_place_total_participants")),
        sa.CheckConstraint("reach >= 0", name=op.f("ck_place_total_reach")),
        sa.CheckConstraint(
            "team_members_trained >= 0", name=op.f("ck_place_total_team_members_trained")
        ),
        sa.CheckConstraint("training_class >= 0", name=op.f("ck_place_total_training_class")),
        sa.ForeignKeyConstraint(
            ["place_id"], ["admin_unit.id"], name=op.f("fk_place_total_place_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_place_total_team_id")),
        sa.PrimaryKeyConstraint(
            "place_id",
            "team_id",
            "grain",
            "start",
            "audience_class",
            "state_class",
            name=op.f("pk_place_total"),
        ),
    )
    with op.batch_alter_table("place_total", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_place_total_grain_start"), ["grain", "start"], unique=False
        )
    op.create_table(
        "service_total",
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("grain", sa.String(length=4), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=32), nullable=False),
        sa.Column("state_class", sa.String(length=8), nullable=False),
        sa.Column("assisted", sa.Integer(), nullable=False),
        sa.Column("completed", sa.Integer(), nullable=False),
        sa.Column("assisted_rated", sa.Integer(), nullable=False),
        sa.CheckConstraint("assisted >= 0", name=op.f("ck_service_total_assisted")),
        sa.CheckConstraint("assisted_rated >= 0", name=op.f("ck_service_total_assisted_rated")),
        sa.CheckConstraint("completed >= 0", name=op.f("ck_service_total_completed")),
        sa.ForeignKeyConstraint(
            ["place_id"], ["admin_unit.id"], name=op.f("fk_service_total_place_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_service_total_team_id")),
        sa.PrimaryKeyConstraint(
            "place_id",
            "team_id",
            "grain",
            "start",
            "service",
            "state_class",
            name=op.f("pk_service_total"),
        ),
    )
    with op.batch_alter_table("service_total", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_total_grain_start"), ["grain", "start"], unique=False
        )
    op.create_table(
        "team_total",
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("grain", sa.String(length=4), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("state_class", sa.String(length=8), nullable=False),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.CheckConstraint("sessions >= 0", name=op.f("ck_team_total_sessions")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_total_team_id")),
        sa.PrimaryKeyConstraint(
            "team_id", "grain", "start", "state_class", name=op.f("pk_team_total")
        ),
    )
    with op.batch_alter_table("team_total", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_team_total_grain_start"), ["grain", "start"], unique=False
        )


def downgrade():
    op.drop_table("team_total")
    op.drop_table("service_total")
    op.drop_table("place_total")

"""Outreach sessions and their history."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "outreach_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("receipt_code", sa.String(length=13), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("nil", sa.Boolean(), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=True),
        sa.Column("audience", sa.String(length=16), nullable=True),
        sa.Column("start_time", sa.Time(), nullable=True),
        sa.Column("duration_min", sa.Integer(), nullable=True),
        sa.Column("venue_id", sa.Integer(), nullable=True),
        sa.Column("participants", sa.Integer(), nullable=False),
        sa.Column("staff_participants", sa.Integer(), nullable=True),
        sa.Column("first_time", sa.Integer(), nullable=True),
        sa.Column("female", sa.Integer(), nullable=True),
        sa.Column("elderly", sa.Integer(), nullable=True),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("volunteers", sa.Integer(), nullable=True),
        sa.Column("partner_ids", sa.JSON(), nullable=False),
        sa.Column("difficulties", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("is_clean", sa.Boolean(), nullable=False),
        sa.Column("conducted_by", sa.Integer(), nullable=True),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("submitted_by", sa.Integer(), nullable=False),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("client", sa.JSON(), nullable=True),
        sa.CheckConstraint(
            "state IN ('pending', 'approved', 'returned', 'refused', 'withdrawn')",
            name=op.f("ck_outreach_session_state"),
        ),
        sa.CheckConstraint(
            "nil OR (type IS NOT NULL AND audience IS NOT NULL)",
            name=op.f("ck_outreach_session_nil"),
        ),
        sa.CheckConstraint("participants >= 0", name=op.f("ck_outreach_session_participants")),
        sa.ForeignKeyConstraint(
            ["conducted_by"], ["user.id"], name=op.f("fk_outreach_session_conducted_by")
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["admin_unit.id"], name=op.f("fk_outreach_session_place_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["user.id"], name=op.f("fk_outreach_session_recorded_by")
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by"], ["user.id"], name=op.f("fk_outreach_session_reviewed_by")
        ),
        sa.ForeignKeyConstraint(
            ["submitted_by"], ["user.id"], name=op.f("fk_outreach_session_submitted_by")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_outreach_session_team_id")),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_outreach_session_venue_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outreach_session")),
    )
    with op.batch_alter_table("outreach_session", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_outreach_session_date_id"), ["date", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_outreach_session_place_id_date"), ["place_id", "date"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_outreach_session_receipt_code"), ["receipt_code"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_outreach_session_recorded_by"), ["recorded_by"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_outreach_session_state_is_clean_date_id"),
            ["state", "is_clean", "date", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_outreach_session_team_id_date"), ["team_id", "date"], unique=False
        )
    op.create_table(
        "session_service",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("service", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("assisted", sa.Integer(), nullable=False),
        sa.Column("completed", sa.Integer(), nullable=True),
        sa.CheckConstraint("assisted >= 0", name=op.f("ck_session_service_assisted")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["outreach_session.id"], name=op.f("fk_session_service_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "service", name=op.f("pk_session_service")),
    )
    op.create_table(
        "session_co_team",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["outreach_session.id"], name=op.f("fk_session_co_team_session_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_session_co_team_team_id")),
        sa.PrimaryKeyConstraint("session_id", "team_id", name=op.f("pk_session_co_team")),
    )
    with op.batch_alter_table("session_co_team", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_co_team_team_id"), ["team_id"], unique=False)
    op.create_table(
        "session_place",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"], ["admin_unit.id"], name=op.f("fk_session_place_place_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["outreach_session.id"], name=op.f("fk_session_place_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "place_id", name=op.f("pk_session_place")),
    )
    with op.batch_alter_table("session_place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_place_place_id"), ["place_id"], unique=False)
    op.create_table(
        "session_revision",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=True),
        sa.Column("content_hash", sa.String(length=64), nullable=True),
        sa.Column("body", sa.JSON(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_session_revision_by_id")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["outreach_session.id"], name=op.f("fk_session_revision_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "version", name=op.f("pk_session_revision")),
    )


def downgrade():
    op.drop_table("session_revision")
    op.drop_table("session_place")
    op.drop_table("session_co_team")
    op.drop_table("session_service")
    op.drop_table("outreach_session")

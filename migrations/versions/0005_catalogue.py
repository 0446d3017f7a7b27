"""What is taught, partners and venues."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "catalogue_entry",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("vi", sa.String(length=160), nullable=False),
        sa.Column("vi_short", sa.String(length=60), nullable=True),
        sa.Column("en", sa.String(length=160), nullable=False),
        sa.Column("definition", sa.String(length=300), nullable=True),
        sa.Column("unit", sa.String(length=30), nullable=True),
        sa.Column("pillar", sa.String(length=30), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "code", name=op.f("pk_catalogue_entry")),
    )
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("name", name=op.f("uq_partner_name")),
    )
    op.create_table(
        "venue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["admin_unit.id"], name=op.f("fk_venue_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue")),
    )
    with op.batch_alter_table("venue", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_venue_place_id"), ["place_id"], unique=False)


def downgrade():
    op.drop_table("venue")
    op.drop_table("partner")
    op.drop_table("catalogue_entry")

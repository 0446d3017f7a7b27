"""The hints of sessions are listed from rows of their own: of a hint that few sessions have, a
search among the words of all took long."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

EACH = {
    "sqlite": "SELECT DISTINCT s.id, json_extract(f.value, '$.code'), s.date"
    " FROM outreach_session AS s, json_each(s.flags) AS f WHERE s.is_clean = 0",
    "postgresql": "SELECT DISTINCT s.id, f.value ->> 'code', s.date"
    " FROM outreach_session AS s, json_array_elements(s.flags) AS f WHERE NOT s.is_clean",
}


def upgrade():
    op.create_table(
        "session_flag",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("flag", sa.String(length=32), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["outreach_session.id"], name=op.f("fk_session_flag_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", "flag", name=op.f("pk_session_flag")),
    )
    each = EACH[op.get_bind().dialect.name]
    op.execute(f"INSERT INTO session_flag (session_id, flag, date) {each}")
    op.create_index(
        op.f("ix_session_flag_flag_date_session_id"), "session_flag", ["flag", "date", "session_id"]
    )


def downgrade():
    op.drop_table("session_flag")

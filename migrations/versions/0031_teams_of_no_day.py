"""A team that was added by mistake may end on the day it was founded: it was there on no day."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

CHECK = "ck_team_interval"
TEAM = sa.table(
    "team",
    sa.column("id", sa.Integer),
    sa.column("founded_on", sa.Date),
    sa.column("dissolved_on", sa.Date),
)
GIVEN = sa.table("sqlite_sequence", sa.column("name"), sa.column("seq"))


def upgrade():
    _require("founded_on <= dissolved_on")


def downgrade():
    """What was there before knows no team of no day: each of them gets its one."""
    connection = op.get_bind()
    for team in connection.execute(
        sa.select(TEAM).where(TEAM.c.founded_on == TEAM.c.dissolved_on)
    ).all():
        ends = team.founded_on + timedelta(days=1)
        connection.execute(sa.update(TEAM).where(TEAM.c.id == team.id).values(dissolved_on=ends))
    _require("founded_on < dissolved_on")


def _require(interval):
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        op.drop_constraint(op.f(CHECK), "team", type_="check")
        op.create_check_constraint(op.f(CHECK), "team", interval)
        return
    # Made anew, a table would begin to give numbers again that somebody's team had.
    seq = sa.select(GIVEN.c.seq).where(GIVEN.c.name == "team")
    given = connection.scalar(seq)
    with op.batch_alter_table("team", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f(CHECK), type_="check")
        batch.create_check_constraint(op.f(CHECK), interval)
    if given is not None:
        connection.execute(sa.delete(GIVEN).where(GIVEN.c.name == "team"))
        connection.execute(sa.insert(GIVEN).values(name="team", seq=given))

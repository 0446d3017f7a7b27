"""In how many sessions at a place a team took part without leading them."""

from collections import Counter

import sqlalchemy as sa
from alembic import op

from server.catalogue.codes import audience_class
from server.periods import half_of, year_of

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

KEYS = ("place_id", "team_id", "grain", "start", "audience_class", "state_class")
OTHERS = (
    *("outing", "training_class", "home_visit", "help_point", "market_street"),
    *("combined_meeting", "online", "broadcast", "participants", "team_members_trained"),
    *("first_time", "first_time_recorded", "female", "female_recorded"),
    *("elderly", "elderly_recorded", "households", "households_recorded", "on_time", "reach"),
)


def upgrade():
    with op.batch_alter_table("place_total") as batch:
        batch.add_column(sa.Column("joined", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("place_total") as batch:
        batch.alter_column("joined", existing_type=sa.Integer(), server_default=None)
        batch.create_check_constraint(op.f("ck_place_total_joined"), "joined >= 0")
    _credit()


def _credit():
    """Count those of the sessions there are: few are held by two teams."""
    connection = op.get_bind()
    s = sa.table(
        "outreach_session",
        *map(sa.column, ("id", "place_id", "team_id", "audience", "state")),
        sa.column("date", sa.Date()),
        sa.column("nil", sa.Boolean()),
    )
    co = sa.table("session_co_team", sa.column("session_id"), sa.column("team_id"))
    joined = sa.select(s.c.place_id, co.c.team_id, s.c.date, s.c.audience, s.c.state)
    joined = joined.join_from(
        co, s, sa.and_(s.c.id == co.c.session_id, s.c.team_id != co.c.team_id)
    )
    counted = sa.and_(s.c.nil.is_(False), s.c.state.in_(("approved", "pending")))
    leaves = Counter()
    for place, team, day, audience, state in connection.execute(joined.where(counted)):
        for grain, start in (("half", half_of(day)), ("year", year_of(day))):
            leaves[place, team, grain, start, audience_class(audience), state] += 1
    if leaves:
        columns = (*KEYS, *OTHERS, "joined")
        values = ", ".join([*(f":{key}" for key in KEYS), *("0" for _ in OTHERS), ":joined"])
        statement = sa.text(
            f"INSERT INTO place_total ({', '.join(columns)}) VALUES ({values})"
            f" ON CONFLICT ({', '.join(KEYS)}) DO UPDATE SET joined = excluded.joined"
        ).bindparams(sa.bindparam("start", type_=sa.Date()))
        rows = [dict(zip((*KEYS, "joined"), (*leaf, n), strict=True)) for leaf, n in leaves.items()]
        connection.execute(statement, rows)


def downgrade():
    with op.batch_alter_table("place_total") as batch:
        batch.drop_constraint(op.f("ck_place_total_joined"), type_="check")
        batch.drop_column("joined")

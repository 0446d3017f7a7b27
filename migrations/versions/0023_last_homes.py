"""A volunteer of no team at all keeps the place where they last stood, so that whoever answers for
it goes on seeing them."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

USER = sa.table("user", *map(sa.column, ("id", "role", "last_home_id")))
MEMBER = sa.table("team_member", sa.column("user_id"))
ENTRY = sa.table(
    "audit_entry",
    *map(sa.column, ("id", "action", "object_type", "object_id", "place_id")),
    sa.column("details", sa.JSON()),
)
ROSTERS = ("team.member_added", "team.member_left", "team.leader_named", "team.deleted")


def upgrade():
    with op.batch_alter_table("user") as batch:
        batch.add_column(sa.Column("last_home_id", sa.Integer(), nullable=True))
        batch.create_foreign_key("fk_user_last_home_id", "admin_unit", ["last_home_id"], ["id"])
        batch.create_index("ix_user_last_home_id", ["last_home_id"])
    connection = op.get_bind()
    stood_last = _stood_last(connection)
    if stood_last:
        rows = [{"whose": user, "place": place} for user, place in stood_last.items()]
        stood = sa.update(USER).where(USER.c.id == sa.bindparam("whose"))
        connection.execute(stood.values(last_home_id=sa.bindparam("place")), rows)


def _stood_last(connection):
    """User -> place, by the log's last word on those whom nobody sees any more: what it says
    of them themselves, or of a team that they came to or left."""
    unseen = USER.c.role == "volunteer", ~sa.exists().where(MEMBER.c.user_id == USER.c.id)
    lost = set(connection.scalars(sa.select(USER.c.id).where(*unseen)))
    e, found = ENTRY.c, {}
    keys = sa.select(sa.cast(USER.c.id, sa.String(40))).where(*unseen)
    own = sa.and_(e.object_type == "user", e.object_id.in_(keys))
    of_teams = sa.and_(e.object_type == "team", e.action.in_(ROSTERS))
    for part in (own, of_teams):
        told = sa.select(e.id, e.object_type, e.object_id, e.place_id, e.details)
        for entry in connection.execute(told.where(part, e.place_id.isnot(None))):
            for user in _of_whom(entry) & lost:
                found[user] = max(found.get(user, (0, 0)), (entry.id, entry.place_id))
    return {user: place for user, (_, place) in found.items()}


def _of_whom(entry):
    if entry.object_type == "user":
        return {int(entry.object_id)}
    details = entry.details or {}
    several = [*details.get("former", ()), *details.get("members", ())]
    return {user for user in (details.get("user"), *several) if isinstance(user, int)}


def downgrade():
    with op.batch_alter_table("user") as batch:
        batch.drop_index("ix_user_last_home_id")
        batch.drop_constraint("fk_user_last_home_id", type_="foreignkey")
        batch.drop_column("last_home_id")

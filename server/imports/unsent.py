"""What still waits on the phones of those who would leave a team with a batch, and whose it is."""

from sqlalchemy import and_, select

from server.accounts.models import User
from server.extensions import db
from server.imports.contents import Contents
from server.imports.models import ImportMade
from server.sync.queries import held_by
from server.teams.models import TeamMember
from server.teams.reach import within

MOST = 30  # nobody calls more people than these before undoing a file


def waiting(made: Contents) -> dict[int, int]:
    """Person -> how many sessions their phones hold, of those who are still in a team by it."""
    if not made.members:
        return {}
    m, member = ImportMade, TeamMember
    still = and_(member.user_id == m.number, member.team_id == m.facts["team_id"].as_integer())
    there = made.numbers("member").join(member, still)
    return held_by(there.where(member.team_id.not_in(made.gone)))


def holders(waits: dict[int, int], by: User) -> list[dict]:
    """Whom to call, of the people whom `by` sees: those with the most on their phones first."""
    if not waits:
        return []
    seen = select(User.id, User.name, User.phone).where(User.id.in_(waits), within(by))
    people = sorted(db.session.execute(seen), key=lambda one: (-waits[one.id], one.id))
    return [{"user_id": one.id, "name": one.name, "phone": one.phone} for one in people[:MOST]]

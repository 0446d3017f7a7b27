"""One leader of a team at a time. Whoever makes one holds the team's row first, so that of two who
do so at the same moment the second is told of the first."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from server import problems
from server.accounts.models import User
from server.admin_units.models import FOREVER
from server.extensions import db
from server.problems import field_error
from server.teams.models import Team, TeamMember

# Who leads an agency's team is in charge of it; every other team has its Tổ trưởng.
IN_CHARGE = problems.Words("người phụ trách", "person in charge")
LEADER = problems.Words("Tổ trưởng", "leader")


def called(team: Team) -> problems.Words:
    """What who leads a team is called."""
    return IN_CHARGE if team.kind == "agency" else LEADER


class Lead(NamedTuple):
    """A time for which somebody leads a team; `left_on` is the day after its last."""

    team_id: int
    user_id: int
    name: str
    joined_on: date
    left_on: date

    def meets(self, start: date, end: date) -> bool:
        return self.joined_on < end and start < self.left_on


def leads(team_ids: Iterable[int] | None = None) -> list[Lead]:
    """Everybody who leads, led or will lead those teams, or any team, in the order of time."""
    m = TeamMember
    query = select(m.team_id, m.user_id, User.name, m.joined_on, m.left_on)
    query = query.join(User, User.id == m.user_id).where(m.role == "leader")
    if team_ids is not None:
        query = query.where(m.team_id.in_(list(team_ids)))
    return [Lead(*row) for row in db.session.execute(query.order_by(m.joined_on, m.user_id))]


def hold(team_ids: Iterable[int]) -> None:
    """Let whoever else changes these teams, or who is in them, wait for this transaction; they are
    read anew, with the days that they have now. Raises `NOT_FOUND` when one has been deleted."""
    wanted = set(team_ids)
    teams = select(Team).where(Team.id.in_(wanted)).order_by(Team.id).with_for_update()
    found = db.session.scalars(teams.execution_options(populate_existing=True))
    if {team.id for team in found} != wanted:
        raise problems.NOT_FOUND()


def other(team_id: int, user_id: int, start: date, end: date = FOREVER) -> Lead | None:
    """Who else leads a team at some time between two days."""
    times = (lead for lead in leads([team_id]) if lead.user_id != user_id)
    return next((lead for lead in times if lead.meets(start, end)), None)


def require_free(team: Team, user_id: int, start: date, end: date = FOREVER) -> None:
    """Raise unless nobody else leads the team between two days. Whoever calls goes on to make a
    leader: the team is held."""
    hold([team.id])
    there = other(team.id, user_id, start, end)
    if there is not None:
        told = {"name": there.name, "since": f"{there.joined_on:%d/%m/%Y}", "lead": called(team)}
        raise problems.invalid(field_error("/role", "has_leader", **told))

"""A session lies within the time of its teams, whoever changes the one or the other."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select

from server import problems
from server.extensions import db
from server.problems import field_error
from server.sessions.models import OutreachSession, SessionCoTeam, in_state
from server.teams import actions as teams
from server.teams.models import Team

# Of what was withdrawn or refused nothing is left that would need the team; what is merged may be
# taken out again.
ALIVE = ("pending", "approved", "returned")


def worked(team_id: int) -> tuple[date, date] | None:
    """The first and the last day on which a team led or joined a session."""
    s = OutreachSession
    joined = select(SessionCoTeam.session_id).where(SessionCoTeam.team_id == team_id)
    alive = or_(in_state(ALIVE), s.merged_into.isnot(None))
    days = select(func.min(s.date), func.max(s.date)).where(alive)
    found = [
        day
        for way in (s.team_id == team_id, s.id.in_(joined))
        for day in db.session.execute(days.where(way)).one()
        if day
    ]
    return (min(found), max(found)) if found else None


def is_kept(team_id: int) -> bool:
    """Whether any session names a team, whatever became of it."""
    led = exists().where(OutreachSession.team_id == team_id)
    joined = exists().where(SessionCoTeam.team_id == team_id)
    return bool(db.session.scalar(select(or_(led, joined))))


teams.worked.append(worked)
teams.kept.append(is_kept)


def there(which: ColumnElement[bool], day: Any) -> Select:
    """The ids of those teams that are there on a day, kept as they are until the transaction
    ends."""
    found = select(Team.id).where(which, Team.founded_on <= day, Team.dissolved_on > day)
    return found.with_for_update(read=True, key_share=True)


def hold(team_ids: Iterable[int], day: date) -> None:
    """Keep teams as they are until the transaction ends; raises `INVALID` when one is not there on
    a day, as it was when the session was checked."""
    wanted = sorted(team_ids)
    held = db.session.scalars(there(Team.id.in_(wanted), day))
    if len(held.all()) < len(wanted):
        raise problems.invalid(field_error("/date", "team_not_then", date=f"{day:%d/%m/%Y}"))


def hold_throughout(days: Mapping[int, Collection[date]]) -> bool:
    """Keep teams as they are until the transaction ends; whether each is there on all its days."""
    t = Team
    teams = select(t.id, t.founded_on, t.dissolved_on).where(t.id.in_(days)).order_by(t.id)
    held = db.session.execute(teams.with_for_update(read=True, key_share=True)).all()
    return len(held) == len(days) and all(
        team.founded_on <= min(days[team.id]) and max(days[team.id]) < team.dissolved_on
        for team in held
    )

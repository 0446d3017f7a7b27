"""Teams that have gone quiet."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, exists, func, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from server import clock
from server.admin_units.queries import brief, register
from server.admin_units.register import Map
from server.extensions import db
from server.sessions.models import COUNTED, NOT_APPROVED, OutreachSession, SessionCoTeam
from server.teams.models import Team
from server.teams.queries import leaders, shown
from server.teams.queries import visible as team_visible
from server.worklist.area import Area
from server.worklist.names import former_marked

IDLE_DAYS = 30  # domain 3.2: "Tổ trên 30 ngày chưa có hoạt động"
NEVER = date(1, 1, 1)


def count(area: Area) -> dict[str, int]:
    active = select(func.count()).select_from(Team).where(*_active(area))
    # Counted apart: of each team in turn, PostgreSQL would look through all who joined anywhere.
    quiet = active.where(_is_idle()).scalar_subquery()
    n, of = db.session.execute(select(quiet, active.scalar_subquery())).one()
    return {"n": n, "of": of, "days": IDLE_DAYS}


def _active(area: Area) -> list[ColumnElement[bool] | bool]:
    """The condition on `Team` for the area's teams of today."""
    today = clock.today()
    return [
        team_visible(area.scope),
        area.condition(Team.home_id),
        Team.founded_on <= today,
        Team.dissolved_on > today,
    ]


def _since() -> date:
    return clock.today() - timedelta(days=IDLE_DAYS)


def _long_there() -> ColumnElement[bool]:
    """The condition on `Team`: there for the whole time."""
    return Team.founded_on < _since()


def _is_idle() -> ColumnElement[bool]:
    """The condition on `Team`: there for the whole time, and in no counted session of it."""
    s = OutreachSession
    counted = (s.date >= _since(), COUNTED, s.nil.is_(False))
    led = exists().where(s.team_id == Team.id, *counted)
    joined = exists().where(SessionCoTeam.team_id == Team.id, SessionCoTeam.session_id == s.id)
    return _long_there() & ~led & ~joined.where(*counted)


def teams(area: Area, after: list | None, limit: int) -> Select:
    """(team, the day of its last counted session or `NEVER`), the longest ago first."""
    # Set down first, so that a team's last day is looked for once and not for each use of it.
    found = select(Team.id, _last_session().label("last")).where(*_active(area), _long_there())
    idle = found.cte("idle").prefix_with("MATERIALIZED")
    last, team_id = idle.c.last, idle.c.id
    query = select(Team, last).join(idle, team_id == Team.id).where(last < _since())
    if after:
        query = query.where(or_(last > after[0], (last == after[0]) & (team_id > after[1])))
    return query.order_by(last, team_id).limit(limit)


def _last_session() -> ColumnElement[date]:
    s = OutreachSession
    counted = (COUNTED, s.nil.is_(False))
    led = select(s.date).where(s.team_id == Team.id, *counted)
    joined = (
        select(s.date)
        .join(SessionCoTeam, SessionCoTeam.session_id == s.id)
        .where(SessionCoTeam.team_id == Team.id, *counted)
    )
    days = [
        func.coalesce(of.order_by(s.date.desc()).limit(1).scalar_subquery(), NEVER)
        for of in (led, joined)
    ]
    return later(*days)


class later(FunctionElement):
    """The later of two days; each is worked out once."""

    type = Date()
    inherit_cache = True


@compiles(later)
def _greatest(element: later, compiler: Any, **kw: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **kw)})"


@compiles(later, "sqlite")
def _max(element: later, compiler: Any, **kw: Any) -> str:
    return f"max({compiler.process(element.clauses, **kw)})"


def shown_idle(rows: Iterable) -> list[dict]:
    """Idle teams as the API gives them, with whom to call and where they are at home today. Two
    queries."""
    rows = list(rows)
    called = _leaders([team.id for team, _ in rows])
    returned = _returned_on([team.id for team, _ in rows])
    today = clock.today()
    map_ = register().on(today)
    return [
        {
            "team": shown(team),
            "called": former_marked(team.name, team.home_id, map_),
            "last_session_on": last if last > NEVER else None,
            "days": (today - last).days if last > NEVER else None,
            "returned_on": returned.get(team.id),
            "leader": called.get(team.id),
            "path": _path(team.home_id, map_),
        }
        for team, last in rows
    ]


def _returned_on(team_ids: list[int]) -> dict[int, date]:
    """Team -> the day of its latest session, of the days looked at, that it is to correct."""
    s = OutreachSession
    waits = (s.state == "returned", NOT_APPROVED, s.date >= _since(), s.team_id.in_(team_ids))
    query = select(s.team_id, func.max(s.date)).where(*waits).group_by(s.team_id)
    return {team: day for team, day in db.session.execute(query)}


def _path(home_id: int, map_: Map) -> list[dict]:
    """The units of today that a home lies in, itself last; of one that was merged the first that
    goes on with it."""
    now = [home_id] if map_.has(home_id) else map_.register.counterparts(home_id, map_.day)
    return [brief(unit, map_) for unit in reversed(map_.path(now[0]))] if now else []


def _leaders(team_ids: list[int]) -> dict[int, dict]:
    found = leaders(team_ids)
    return {team: {"name": name, "phone": phone} for team, (name, phone) in found.items()}

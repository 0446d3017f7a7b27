"""The numbers of an officer's day and the teams that have gone quiet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, case, exists, func, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from server import clock, periods, problems
from server.access.scope import Scope, among
from server.accounts.models import User
from server.accounts.queries import area_ids
from server.admin_units.queries import brief, everything_under, register
from server.admin_units.register import Map
from server.extensions import db
from server.invitations.models import JoinRequest
from server.invitations.queries import may_invite
from server.rollups.models import PlaceTotal
from server.sessions.counts import COUNTED_STATES
from server.sessions.models import OutreachSession, SessionCoTeam
from server.sessions.queries import by_date, visible
from server.sessions.waiting import overdue_before
from server.teams.models import Team
from server.teams.queries import leaders, shown
from server.teams.queries import visible as team_visible

IDLE_DAYS = 30  # domain 3.2: "Tổ trên 30 ngày chưa có hoạt động"
NEVER = date(1, 1, 1)


@dataclass(frozen=True)
class Area:
    """Whose work it is, and on which land: all of theirs, or one unit's part of it."""

    by: User
    scope: Scope
    unit_id: int | None

    def condition(self, place: ColumnElement) -> ColumnElement[bool] | bool:
        if self.unit_id is None:
            return True
        return among(place, everything_under(self.unit_id, clock.today()))

    @property
    def units(self) -> list[int]:
        """The units of today's map that make up the land."""
        map_ = register().on(clock.today())
        if self.unit_id is not None:
            return map_.register.counterparts(self.unit_id, map_.day)
        if self.scope.everything:
            return list(map_.children.get(None, []))
        return [unit for unit in area_ids(self.by) if map_.has(unit)]


def area(by: User, scope: Scope, unit_id: int | None) -> Area:
    """The area of a request; raises `OUTSIDE_AREA`, or `NOT_FOUND` for no unit."""
    if unit_id is not None:
        if unit_id not in register().units:
            raise problems.NOT_FOUND()
        scope.require_unit(unit_id)
    return Area(by, scope, unit_id)


def worklist(area: Area) -> dict:
    """All the numbers; a fixed number of queries."""
    waiting = _waiting(area)
    return {
        "as_of": clock.now(),
        "month": f"{clock.today():%Y-%m}",
        **waiting,
        "hamlets_silent": _silent_hamlets(area),
        "teams_idle": _idle(area),
        "join_requests": {"n": db.session.scalar(_requests(area))},
        "asked_back": {"n": db.session.scalar(_asked_back(area))},
    }


def _waiting(area: Area) -> dict[str, dict]:
    s = OutreachSession
    mine = or_(
        *(column == area.by.id for column in (s.recorded_by, s.submitted_by, s.conducted_by))
    )
    late = s.changed_at < overdue_before(clock.today())
    rows = db.session.execute(
        select(
            s.state,
            func.count().label("n"),
            func.min(s.changed_at).label("since"),
            func.sum(case((late, 1), else_=0)).label("overdue"),
            func.sum(case((s.is_clean, 0), else_=1)).label("flagged"),
            func.sum(case((mine, 1), else_=0)).label("own"),
        )
        .where(s.state.in_(("pending", "returned")))
        .where(visible(area.scope), area.condition(by_date(s.place_id)))
        .group_by(s.state)
    )
    found = {row.state: row for row in rows}
    pending, returned = found.get("pending"), found.get("returned")
    return {
        "pending": _since(pending)
        | {
            "overdue": pending.overdue if pending else 0,
            "own": pending.own if pending else 0,
        },
        "flagged": {"n": pending.flagged if pending else 0},
        "returned": _since(returned),
    }


def _since(row) -> dict:
    return {"n": row.n, "oldest_on": clock.local_date(row.since)} if row else EMPTY


EMPTY = {"n": 0, "oldest_on": None}


def _silent_hamlets(area: Area) -> dict[str, int]:
    """The hamlets of today to which no session came this calendar month, those that wait for review
    counted too: as coverage says of the month's last column, nil reports being no sessions."""
    map_ = register().on(clock.today())
    hamlets = {hamlet for unit in area.units for hamlet in map_.within(unit, "hamlet")}
    t, month = PlaceTotal, periods.named(f"{map_.day:%Y-%m}")
    reached = db.session.scalars(
        select(t.place_id)
        .where(t.grain == "half", t.start.between(month.start, month.end))
        .where(t.state_class.in_(COUNTED_STATES), t.reach > 0)
        .distinct()
    )
    active = {map_.standing.get(place) for place in reached}
    return {"n": len(hamlets - active), "of": len(hamlets)}


def _idle(area: Area) -> dict[str, int]:
    n, of = db.session.execute(
        select(func.sum(case((_is_idle(), 1), else_=0)), func.count()).where(*_active(area))
    ).one()
    return {"n": n or 0, "of": of, "days": IDLE_DAYS}


def _active(area: Area) -> list[ColumnElement[bool] | bool]:
    """The condition on `Team` for the area's teams of today."""
    today = clock.today()
    return [
        team_visible(area.scope),
        area.condition(Team.home_id),
        Team.founded_on <= today,
        Team.dissolved_on > today,
    ]


def _is_idle() -> ColumnElement[bool]:
    """The condition on `Team`: there for the whole time, and in no counted session of it."""
    s, since = OutreachSession, clock.today() - timedelta(days=IDLE_DAYS)
    counted = (s.date >= since, s.state.in_(COUNTED_STATES), s.nil.is_(False))
    led = exists().where(s.team_id == Team.id, *counted)
    joined = exists().where(SessionCoTeam.team_id == Team.id, SessionCoTeam.session_id == s.id)
    return (Team.founded_on < since) & ~led & ~joined.where(*counted)


def idle_teams(area: Area, after: list | None, limit: int) -> Select:
    """(team, the day of its last counted session or `NEVER`), the longest ago first."""
    last = _last_session()
    query = select(Team, last.label("last")).where(*_active(area), _is_idle())
    if after:
        day, team_id = after
        query = query.where(or_(last > day, (last == day) & (Team.id > team_id)))
    return query.order_by(last, Team.id).limit(limit)


def _last_session() -> ColumnElement[date]:
    s = OutreachSession
    counted = (s.state.in_(COUNTED_STATES), s.nil.is_(False))
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


def idle_shown(rows: Iterable) -> list[dict]:
    """Idle teams as the API gives them, with whom to call and where they are at home today. One
    query."""
    rows = list(rows)
    called = _leaders([team.id for team, _ in rows])
    today = clock.today()
    map_ = register().on(today)
    return [
        {
            "team": shown(team),
            "last_session_on": last if last > NEVER else None,
            "days": (today - last).days if last > NEVER else None,
            "leader": called.get(team.id),
            "path": _path(team.home_id, map_),
        }
        for team, last in rows
    ]


def _path(home_id: int, map_: Map) -> list[dict]:
    """The units of today that a home lies in, itself last; of one that was merged the first that
    goes on with it."""
    now = [home_id] if map_.has(home_id) else map_.register.counterparts(home_id, map_.day)
    return [brief(unit, map_) for unit in reversed(map_.path(now[0]))] if now else []


def _leaders(team_ids: list[int]) -> dict[int, dict]:
    found = leaders(team_ids)
    return {team: {"name": name, "phone": phone} for team, (name, phone) in found.items()}


def _requests(area: Area) -> Select:
    return (
        select(func.count())
        .select_from(JoinRequest)
        .join(Team, Team.id == JoinRequest.team_id)
        .where(JoinRequest.status == "waiting", may_invite(area.by, area.scope))
        .where(area.condition(Team.home_id))
    )


def _asked_back(area: Area) -> Select:
    s = OutreachSession
    return (
        select(func.count())
        .select_from(s)
        .where(s.asked_back_at.isnot(None))
        .where(visible(area.scope), area.condition(by_date(s.place_id)))
    )

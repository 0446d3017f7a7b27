"""The same counting in SQL: every measure as an expression over the session's row, from which the
leaf totals can be recomputed, ragged days summed, and the sessions behind a figure found."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    and_,
    case,
    cast,
    extract,
    func,
    literal,
    select,
    union_all,
)

from server.catalogue.codes import AUDIENCE_CLASSES, LIMITS, REMOTE_TYPES, TYPES
from server.extensions import db
from server.periods import CLOSING_DAY
from server.planner import off_index
from server.rollups.models import (
    OPTIONAL_COUNTS,
    PLACE_MEASURES,
    PlaceTotal,
    ServiceTotal,
    TeamTotal,
)
from server.sessions.counts import COUNTED_STATES
from server.sessions.models import OutreachSession as S
from server.sessions.models import SessionCoTeam, SessionPlace, SessionService, in_state

AUDIENCE_CLASS = case(AUDIENCE_CLASSES, value=S.audience)
COUNTED = and_(S.nil.is_(False), in_state(COUNTED_STATES))
# A condition on it is handed down to the sessions, where it must not lead either.
STATE_CLASS = off_index(S.state).label("state_class")
_REACH = case((S.type.in_(REMOTE_TYPES), 0), else_=1)
_JOINED = and_(SessionCoTeam.session_id == S.id, SessionCoTeam.team_id != S.team_id)
_FOR_PEOPLE = AUDIENCE_CLASS != "staff"
_RESIDENTS = case(
    (AUDIENCE_CLASS == "staff", 0),
    (S.type == "broadcast", 0),
    else_=S.participants - func.coalesce(S.staff_participants, 0),
)


def measures() -> dict[str, ColumnElement]:
    """Measure of a place total -> its SQL value for one session."""
    found: dict[str, ColumnElement] = {code: case((S.type == code, 1), else_=0) for code in TYPES}
    found["participants"] = _RESIDENTS
    found["team_members_trained"] = case(
        (and_(S.audience == "team_members", S.type == "training_class"), S.participants), else_=0
    )
    for name in OPTIONAL_COUNTS:
        column = getattr(S, name)
        recorded = and_(column.isnot(None), _FOR_PEOPLE)
        found[name] = case((recorded, column), else_=0)
        found[f"{name}_recorded"] = case((recorded, 1), else_=0)
    found["on_time"] = case(
        (_received_day() <= _days_after(S.date, LIMITS["on_time_days"]), 1), else_=0
    )
    found["reach"] = _REACH
    found["joined"] = literal(0)
    return found


def joined_by(team_id: int | None) -> ColumnElement[int]:
    """How many teams took part in one session without leading it, or whether this one did."""
    said = select(func.count()).select_from(SessionCoTeam).where(_JOINED)
    if team_id is not None:
        said = said.where(SessionCoTeam.team_id == team_id)
    return said.correlate(S).scalar_subquery()


def service_measures() -> dict[str, ColumnElement]:
    """Measure of a service total -> its SQL value for one session's service."""
    return {
        "assisted": SessionService.assisted,
        "completed": func.coalesce(SessionService.completed, 0),
        "assisted_rated": case(
            (SessionService.completed.isnot(None), SessionService.assisted), else_=0
        ),
    }


def place_facts(*where: Any) -> Select:
    """One row per counted session and place it touches or team that joined in: place_id, team_id,
    date, audience_class, state_class and every place measure."""
    held = select(
        S.place_id,
        S.team_id,
        S.date,
        AUDIENCE_CLASS.label("audience_class"),
        STATE_CLASS,
        *(expression.label(name) for name, expression in measures().items()),
    ).where(COUNTED, *where)
    reached = _beside(SessionPlace.place_id, S.team_id, reach=_REACH)
    reached = reached.join(SessionPlace, SessionPlace.session_id == S.id).where(COUNTED, *where)
    joined = _beside(S.place_id, SessionCoTeam.team_id, joined=literal(1))
    joined = joined.join(SessionCoTeam, _JOINED).where(COUNTED, *where)
    return select(union_all(held, reached, joined).subquery("place_fact"))


def _beside(place_id: Any, team_id: Any, **measures: ColumnElement) -> Select:
    """What a session says of a place or a team that is not its own: these measures alone."""
    return select(
        place_id,
        team_id,
        S.date,
        AUDIENCE_CLASS.label("audience_class"),
        STATE_CLASS,
        *(measures.get(name, literal(0)).label(name) for name in PLACE_MEASURES),
    )


def service_facts(*where: Any) -> Select:
    """One row per counted session and service taught to people: place_id, team_id, date, service,
    state_class and every service measure."""
    return (
        select(
            S.place_id,
            S.team_id,
            S.date,
            SessionService.service,
            STATE_CLASS,
            *(expression.label(name) for name, expression in service_measures().items()),
        )
        .join(SessionService, SessionService.session_id == S.id)
        .where(COUNTED, _FOR_PEOPLE, *where)
    )


def team_facts(*where: Any) -> Select:
    """One row per counted session and team that took part: team_id, date, state_class, sessions."""
    led = select(S.team_id, S.date, STATE_CLASS, literal(1).label("sessions"))
    joined = select(SessionCoTeam.team_id, S.date, STATE_CLASS, literal(1).label("sessions")).join(
        SessionCoTeam, _JOINED
    )
    both = union_all(
        led.where(COUNTED, *where),
        joined.where(COUNTED, *where),
    ).subquery("team_fact")
    return select(both)


def expected() -> dict[str, Select]:
    """Leaf table -> the rows that the sessions say it must hold, columns in its order."""
    facts = {
        PlaceTotal.__tablename__: (PlaceTotal.__table__, place_facts()),
        ServiceTotal.__tablename__: (ServiceTotal.__table__, service_facts()),
        TeamTotal.__tablename__: (TeamTotal.__table__, team_facts()),
    }
    return {name: _leaves(table, select_) for name, (table, select_) in facts.items()}


def _leaves(table: Any, facts: Select) -> Select:
    fact = facts.subquery()
    grains = []
    for grain, start in (("half", _half(fact.c.date)), ("year", _year(fact.c.date))):
        columns = []
        for column in table.columns:
            if column.name == "grain":
                columns.append(literal(grain).label("grain"))
            elif column.name == "start":
                columns.append(start.label("start"))
            elif column.primary_key:
                columns.append(fact.c[column.name])
            else:
                columns.append(func.sum(fact.c[column.name]).label(column.name))
        keys = [
            start if k.name == "start" else fact.c[k.name]
            for k in table.primary_key
            if k.name != "grain"
        ]
        grains.append(select(*columns).group_by(*keys))
    rows = union_all(*grains).subquery()
    numbers = [rows.c[c.name] for c in table.columns if not c.primary_key]
    return select(rows).where(sum(numbers) > 0)


def _is_postgresql() -> bool:
    return db.engine.dialect.name == "postgresql"


def _half(day: Any) -> ColumnElement:
    month = _month(day)
    late = extract("day", day) > CLOSING_DAY
    if _is_postgresql():
        return cast(month + case((late, CLOSING_DAY), else_=0), Date)
    return case((late, func.date(month, f"+{CLOSING_DAY} days")), else_=month)


def _month(day: Any) -> ColumnElement:
    if _is_postgresql():
        return cast(func.date_trunc("month", day), Date)
    return func.date(day, "start of month")


def _year(day: Any) -> ColumnElement:
    if _is_postgresql():
        return cast(func.date_trunc("year", day), Date)
    return func.date(day, "start of year")


def _received_day() -> ColumnElement:
    """The day in Vietnam on which the server received the session."""
    if _is_postgresql():
        return cast(func.timezone("Asia/Ho_Chi_Minh", S.received_at), Date)
    return func.date(S.received_at, "+7 hours")


def _days_after(day: Any, days: int) -> ColumnElement:
    return day + days if _is_postgresql() else func.date(day, f"+{days} days")

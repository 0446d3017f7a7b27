"""When somebody last came to a place, without a look at every session: the totals say in which
half-month it was, and only what was held in that half is read."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    String,
    and_,
    bindparam,
    cast,
    func,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.dialects.postgresql import JSONB

from server import periods
from server.catalogue.codes import REMOTE_TYPES, TYPES
from server.extensions import db
from server.figures.frame import UNDIVIDED, Frame
from server.figures.sums import place_rows
from server.planner import off_index
from server.rollups.models import PlaceTotal
from server.sessions.models import OutreachSession as S
from server.sessions.models import SessionPlace, in_state

T = PlaceTotal
IN_PERSON = [code for code in TYPES if code not in REMOTE_TYPES]
# Sessions of a leaf that came to the place in person and were held there.
HELD = sum(getattr(T, code) for code in IN_PERSON)


def days(frame: Frame, recent: Mapping[int, date]) -> dict[int, date]:
    """Hamlet -> the day of the last session that came to it, up to the period's end. `recent` are
    the places that were come to within the period, each with the first day of its last half."""
    halves = {**_halves_before(frame, recent), **recent}
    found: dict[int, date] = {}
    for place, day in _last_days(frame, halves):
        hamlet = frame.map.standing[place]
        found[hamlet] = max(day, found.get(hamlet, date.min))
    return found


def _halves_before(frame: Frame, recent: Mapping[int, date]) -> dict[int, date]:
    """Place -> its last half with a visit before the period, for those without one in it: first the
    year, so that few rows tell of all the time there was."""
    start = frame.period.start
    # The year in which the period begins holds, for these places, what came before it alone.
    years = _latest(frame, off_index(T.grain) == "year", T.start <= periods.year_of(start))
    places: dict[date, list[int]] = {}
    for place, year in years.items():
        if place not in recent:
            places.setdefault(year, []).append(place)
    if not places:
        return {}
    last = [
        and_(T.place_id.in_(those), T.start.between(year, year.replace(month=12, day=31)))
        for year, those in places.items()
    ]
    return _latest(frame, off_index(T.grain) == "half", T.start < start, or_(*last))


def _latest(frame: Frame, *where: Any) -> dict[int, date]:
    rows = place_rows(frame)
    query = (
        select(T.place_id, func.max(T.start))
        .join(rows, rows.c.place_id == T.place_id)
        .where(T.reach > 0, T.state_class.in_(frame.states), rows.c.row != UNDIVIDED, *where)
        .group_by(T.place_id)
    )
    return {place: day for place, day in db.session.execute(query)}


def _last_days(frame: Frame, halves: Mapping[int, date]) -> Any:
    """(place, day) pairs: the last session held at each place within its half, and the last one
    that was held elsewhere and reached it too."""
    if not halves:
        return ()
    at = _table(halves, frame.period.end)
    came = (
        S.nil.is_(False),
        in_state(frame.states),
        S.type.notin_(REMOTE_TYPES),
    )
    # One step back in the index of a place's days, until one fits. What came after the half was no
    # visit: there is no need to step over it.
    last = (
        select(S.date)
        .where(S.place_id == at.c.place, S.date.between(at.c.since, at.c.until), *came)
        .order_by(S.date.desc())
        .limit(1)
    )
    held = select(at.c.place, last.scalar_subquery().label("day"))
    elsewhere = select(T.place_id, T.team_id).where(
        T.place_id == at.c.place, off_index(T.grain) == "half", T.start == at.c.since,
        T.state_class.in_(frame.states), T.reach > HELD,
    )  # fmt: skip
    leads = elsewhere.add_columns(at.c.since, at.c.until).distinct().subquery("lead")
    took_in = (
        select(S.date)
        .join(SessionPlace, SessionPlace.session_id == S.id)
        .where(
            SessionPlace.place_id == leads.c.place_id,
            S.team_id == leads.c.team_id,
            S.date.between(leads.c.since, leads.c.until),
            *came,
        )
        .order_by(S.date.desc())
        .limit(1)
    )
    reached = select(leads.c.place_id, took_in.scalar_subquery())
    rows = db.session.execute(union_all(held, reached))
    return [(place, day) for place, day in rows if day is not None]


def _table(halves: Mapping[int, date], end: date) -> Any:
    """place -> half as a table of (place, since, until), no later than `end`: one JSON parameter
    for all of them."""
    days = {
        place: f"{half.isoformat()} {min(periods.last_of_half(half), end).isoformat()}"
        for place, half in halves.items()
    }
    text = bindparam(None, json.dumps(days), String)
    if db.engine.dialect.name == "postgresql":
        pairs = func.jsonb_each_text(cast(text, JSONB)).table_valued("key", "value")
    else:
        pairs = func.json_each(text).table_valued("key", "value")
    first, last = func.substr(pairs.c.value, 1, 10), func.substr(pairs.c.value, 12, 10)
    return select(
        cast(pairs.c.key, Integer).label("place"),
        _day(first).label("since"),
        _day(last).label("until"),
    ).subquery("last")


def _day(text: Any) -> Any:
    """An ISO text as a day; SQLite keeps days as such texts."""
    return cast(text, Date) if db.engine.dialect.name == "postgresql" else type_coerce(text, Date)

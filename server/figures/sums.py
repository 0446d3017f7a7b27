"""The sums behind a frame: leaf totals added up by row in the database, ragged days from the
sessions themselves. A handful of queries, however many sessions there are."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.dialects.postgresql import JSONB

from server import periods
from server.catalogue.codes import TYPES
from server.extensions import db
from server.figures.frame import Frame
from server.periods import Period
from server.rollups.models import (
    PLACE_MEASURES,
    SERVICE_MEASURES,
    TEAM_MEASURES,
    PlaceTotal,
    ServiceTotal,
    TeamTotal,
)
from server.sessions import totals
from server.sessions.models import OutreachSession


def by_row(frame: Frame, measures: Iterable[str] = PLACE_MEASURES) -> dict[int, dict[str, int]]:
    """Row key -> its place measures, and `pending`: sessions that wait, counted or not."""
    wanted = list(measures)
    source = _source(PlaceTotal, {*TYPES, *wanted}, frame.period)
    facts, row, joined = _framed(frame, source)
    sessions = sum(facts.c[code] for code in TYPES)
    sums = [_sum(facts.c[m], facts.c.state_class.in_(frame.states)).label(m) for m in wanted]
    pending = _sum(sessions, facts.c.state_class == "pending").label("pending")
    query = select(row.label("row"), *sums, pending).select_from(joined).group_by(row)
    return {r.pop("row"): r for r in _dicts(query)}


def services_by_row(frame: Frame, only: str | None = None) -> dict[int, dict[str, dict[str, int]]]:
    """Row key -> service -> `{assisted, completed, assisted_rated}`; of one service or of all."""
    source = _source(ServiceTotal, SERVICE_MEASURES, frame.period, "service")
    facts, row, joined = _framed(frame, source)
    sums = [func.sum(facts.c[m]).label(m) for m in SERVICE_MEASURES]
    query = (
        select(row.label("row"), facts.c.service, *sums)
        .select_from(joined)
        .where(facts.c.state_class.in_(frame.states))
        .group_by(row, facts.c.service)
    )
    if only is not None:
        query = query.where(facts.c.service == only)
    found: dict[int, dict[str, dict[str, int]]] = {}
    for r in _dicts(query):
        if r["assisted"] or r["completed"]:
            found.setdefault(r.pop("row"), {})[r.pop("service")] = r
    return found


def staff_classes(frame: Frame) -> dict[int, int]:
    """Row key -> training classes held for team members and officials."""
    source = _source(PlaceTotal, ("training_class",), frame.period, "audience_class")
    facts, row, joined = _framed(frame, source)
    held = _sum(facts.c.training_class, facts.c.audience_class == "staff").label("held")
    counted = facts.c.state_class.in_(frame.states)
    query = select(row.label("row"), held).select_from(joined).where(counted).group_by(row)
    return {r["row"]: r["held"] for r in _dicts(query)}


def reached(frame: Frame) -> list[int]:
    """The places that a session came to in person."""
    facts, _, joined = _framed(frame, _source(PlaceTotal, ("reach",), frame.period))
    query = (
        select(facts.c.place_id)
        .select_from(joined)
        .where(facts.c.state_class.in_(frame.states))
        .group_by(facts.c.place_id)
        .having(func.sum(facts.c.reach) > 0)
    )
    return list(db.session.scalars(query))


def active_teams(frame: Frame) -> set[int]:
    """The teams that took part in a session of the period, wherever it was."""
    facts = _source(TeamTotal, TEAM_MEASURES, frame.period).subquery()
    query = (
        select(facts.c.team_id)
        .where(facts.c.state_class.in_(frame.states))
        .group_by(facts.c.team_id)
        .having(func.sum(facts.c.sessions) > 0)
    )
    return set(db.session.scalars(query))


def by_half(frame: Frame) -> list[dict]:
    """`{start, sessions by type, participants}` for each half-month that has any."""
    facts, _, joined = _framed(frame, _halves(PlaceTotal, frame.period))
    names = (*TYPES, "participants")
    query = (
        select(facts.c.start, *(func.sum(facts.c[n]).label(n) for n in names))
        .select_from(joined)
        .where(facts.c.state_class.in_(frame.states))
        .group_by(facts.c.start)
    )
    return _dicts(query)


def services_by_half(frame: Frame) -> list[dict]:
    """`{start, service, assisted, completed}` for each half-month and service that has any."""
    facts, _, joined = _framed(frame, _halves(ServiceTotal, frame.period))
    query = (
        select(
            facts.c.start,
            facts.c.service,
            func.sum(facts.c.assisted).label("assisted"),
            func.sum(facts.c.completed).label("completed"),
        )
        .select_from(joined)
        .where(facts.c.state_class.in_(frame.states))
        .group_by(facts.c.start, facts.c.service)
    )
    return _dicts(query)


def _source(model: Any, measures: Iterable[str], period: Period, *more: str) -> Select:
    """Rows of leaf totals and of ragged days that add up to a period, signs applied."""
    measures = list(measures)
    table, parts = model.__table__, []
    keys = [n for n in ("place_id", "team_id", "state_class", *more) if n in table.columns]
    whole, ragged = periods.buckets(period)
    for sign in (1, -1):
        starts = [(b.grain, b.start) for b in whole if b.sign == sign]
        if starts:
            signed = ((sign * table.c[m]).label(m) if sign < 0 else table.c[m] for m in measures)
            at = tuple_(table.c.grain, table.c.start).in_(starts)
            parts.append(select(*(table.c[k] for k in keys), *signed).where(at))
    if ragged:
        days = or_(*(OutreachSession.date.between(first, last) for first, last in ragged))
        facts = _FACTS[model](days).subquery()
        parts.append(select(*(facts.c[k] for k in keys), *(facts.c[m] for m in measures)))
    return parts[0] if len(parts) == 1 else select(union_all(*parts).subquery())


_FACTS = {
    PlaceTotal: totals.place_facts,
    ServiceTotal: totals.service_facts,
    TeamTotal: totals.team_facts,
}


def _halves(model: Any, period: Period) -> Select:
    table = model.__table__
    last = periods.half_of(period.end)
    first = periods.half_of(period.start)
    return select(table).where(table.c.grain == "half", table.c.start.between(first, last))


def _framed(frame: Frame, source: Select) -> tuple[Any, ColumnElement, Any]:
    """The facts of a source, the expression of their row, and the join that keeps those in the
    frame."""
    facts, rows = source.subquery("fact"), place_rows(frame)
    inside = rows.c.place_id == facts.c.place_id
    if frame.team_id is not None:
        inside = and_(inside, facts.c.team_id == frame.team_id)
    row = facts.c.team_id if frame.by == "team" else rows.c.row
    return facts, row, facts.join(rows, inside)


def place_rows(frame: Frame) -> Any:
    """place -> row as a table (place_id, row): one JSON parameter instead of hundreds, so that the
    statement is the same whatever the frame."""
    text = bindparam(None, frame.row_text, String)
    if db.engine.dialect.name == "postgresql":
        pairs = func.jsonb_each_text(cast(text, JSONB)).table_valued("key", "value")
    else:
        pairs = func.json_each(text).table_valued("key", "value")
    return select(
        cast(pairs.c.key, Integer).label("place_id"), cast(pairs.c.value, Integer).label("row")
    ).subquery("place_row")


def _sum(value: Any, condition: Any) -> ColumnElement:
    return func.sum(case((and_(condition), value), else_=0))


def _dicts(query: Select) -> list[dict]:
    return [
        {k: int(v) if k not in ("service", "start") else v for k, v in row._mapping.items()}
        for row in db.session.execute(query)
    ]

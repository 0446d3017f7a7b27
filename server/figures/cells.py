"""Behind a number: exactly the sessions that make it up, or for a ratio the places or teams, and
what was left out and why."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, case, false, func, literal, or_, select, tuple_

from server import cursors, problems
from server.admin_units.queries import named, named_on
from server.catalogue.codes import REMOTE_TYPES, SERVICES, TYPES
from server.extensions import db
from server.figures.frame import UNDIVIDED, Frame
from server.figures.rollup import RATIOS, every_team, members
from server.problems import field_error
from server.rollups.models import OPTIONAL_COUNTS
from server.sessions import totals
from server.sessions.endings import ENDINGS, ending
from server.sessions.models import (
    OutreachSession,
    SessionCoTeam,
    SessionPlace,
    SessionService,
    in_state,
)
from server.teams.models import Team

S = OutreachSession
LEFT_OUT = ("pending", "returned", "refused", *ENDINGS)
NOT_RECORDED = "not_recorded"


def cell(frame: Frame, name: str, row: int | None, cursor: str | None, limit: int) -> dict:
    """What stands behind one cell of a frame's table; `row` None is the total row."""
    if name in RATIOS and name != "on_time":
        return _ratio(frame, name, row)
    if name in APART:
        value, inside = APART[name](frame, row)
    else:
        value, inside = _value(name), _in_row(frame, row)
    where = [S.nil.is_(False), S.date.between(frame.period.start, frame.period.end), *inside]
    # What waits is counted apart, whether or not it counts elsewhere.
    states = ("pending",) if name == "pending" else frame.states
    counted = [*where, in_state(states), value > 0]
    count, total = db.session.execute(select(func.count(), func.sum(value)).where(*counted)).one()
    items, next_cursor = _items(value, counted, cursor, limit, frame)
    return {
        "cell": name,
        "value": int(total or 0),
        "sessions": count,
        "items": items,
        "left_out": _left_out(name, value, where, states),
        "members": [],
        "next_cursor": next_cursor,
    }


def _value(name: str) -> ColumnElement[int]:
    """The value of a cell for one session, in SQL; `INVALID` for a cell there is not."""
    measures = totals.measures()
    group, _, code = name.partition(".")
    service, _, count = code.partition(".")
    if name in ("sessions.all", "pending"):
        return literal(1)
    if group == "sessions" and code in TYPES:
        return measures[code]
    if group == "services" and service in SERVICES and count in ("assisted", "completed"):
        taught = (
            select(totals.service_measures()[count])
            .where(SessionService.session_id == S.id, SessionService.service == service)
            .scalar_subquery()
        )
        return case((totals.AUDIENCE_CLASS == "staff", 0), else_=func.coalesce(taught, 0))
    if name in ("participants", "team_members_trained", "on_time", *OPTIONAL_COUNTS):
        return measures[name]
    raise problems.invalid(field_error("/cell", "not_one_of"))


def _in_row(frame: Frame, row: int | None) -> list[ColumnElement[bool]]:
    if frame.by == "team" and row is not None:
        # Every session has a lead team, so the undivided row of such a table is empty.
        led = S.team_id == row if row != UNDIVIDED else false()
        conditions = [S.place_id.in_(frame.places(None)), led]
    else:
        conditions = [S.place_id.in_(frame.places(row))]
    return [*conditions, S.team_id == frame.team_id] if frame.team_id else conditions


def _joined(frame: Frame, row: int | None) -> tuple[ColumnElement[int], list]:
    """How many teams a session credits beside the one that led it, and which sessions do."""
    teams = {frame.team_id, row if frame.by == "team" else None} - {None}
    if len(teams) > 1 or UNDIVIDED in teams:
        return literal(0), [false()]
    (team,) = teams or {None}
    credited = select(SessionCoTeam.session_id)
    if team is not None:
        credited = credited.where(SessionCoTeam.team_id == team)
    places = frame.places(None if frame.by == "team" else row)
    return totals.joined_by(team), [S.place_id.in_(places), S.id.in_(credited)]


def _reach(frame: Frame, row: int | None) -> tuple[ColumnElement[int], list]:
    """How many of a row's places a session came to in person, as coverage counts it: where it was
    held, and what it reached besides."""
    places = frame.places(None if frame.by == "team" else row)
    besides = select(SessionPlace.session_id).where(SessionPlace.place_id.in_(places))
    reached = (
        select(func.count())
        .where(SessionPlace.session_id == S.id, SessionPlace.place_id.in_(places))
        .correlate(S)
        .scalar_subquery()
    )
    held = case((S.place_id.in_(places), 1), else_=0)
    inside = [or_(S.place_id.in_(places), S.id.in_(besides))]
    if frame.by == "team" and row is not None:
        inside.append(S.team_id == row)
    if frame.team_id is not None:
        inside.append(S.team_id == frame.team_id)
    return case((S.type.in_(REMOTE_TYPES), 0), else_=held + reached), inside


# Cells whose sessions are not just those held in a row.
APART = {"joined": _joined, "reach": _reach}


def _items(value, where, cursor, limit, frame) -> tuple[list[dict], str | None]:
    query = select(S, Team, value.label("value")).join(Team, Team.id == S.team_id).where(*where)
    after = cursors.decode(cursor, cursors.day, cursors.key)
    if after:
        query = query.where(tuple_(S.date, S.id) < tuple(after))
    rows = db.session.execute(query.order_by(S.date.desc(), S.id.desc()).limit(limit + 1)).all()
    page, next_cursor = cursors.page(
        rows, limit, lambda r: [r.OutreachSession.date.isoformat(), str(r.OutreachSession.id)]
    )
    return [_item(r.OutreachSession, r.Team, int(r.value)) for r in page], next_cursor


def _item(session: S, team: Team, value: int) -> dict:
    return {
        "id": session.id,
        "date": session.date,
        "place": named_on(session.place_id, session.date),
        "team": {"id": team.id, "name": team.name, "kind": team.kind},
        "receipt_code": session.receipt_code,
        "state": session.state,
        "value": value,
    }


def _left_out(name, value, where, states) -> list[dict]:
    """Sessions of the same row and days that the number does not hold: by their state, and those
    that left an optional count blank."""
    found = []
    out = [reason for reason in LEFT_OUT if reason not in states and name != "pending"]
    each = (
        select(func.coalesce(ending(), S.state).label("reason"), value.label("value"))
        .where(*where, in_state(out))
        .subquery()
    )
    counts = {
        reason: (count, int(total or 0))
        for reason, count, total in db.session.execute(
            select(each.c.reason, func.count(), func.sum(each.c.value)).group_by(each.c.reason)
        )
    }
    for reason in out:
        if reason in counts:
            count, total = counts[reason]
            found.append({"reason": reason, "sessions": count, "value": total})
    if name in OPTIONAL_COUNTS:
        blank = and_(getattr(S, name).is_(None), totals.AUDIENCE_CLASS != "staff")
        count = db.session.scalar(select(func.count()).where(*where, in_state(states), blank))
        if count:
            found.append({"reason": NOT_RECORDED, "sessions": count, "value": 0})
    return found


def _ratio(frame: Frame, name: str, row: int | None) -> dict:
    teams = every_team(frame)
    by_row = members(frame, teams, only=(name,))
    counted: dict[int, bool] = {}
    for key, ratios in by_row.items():
        if row is None or key == row:
            counted |= ratios.get(name, {})
    show = _team_member(teams) if name == "active_teams" else _unit_member(frame)
    return {
        "cell": name,
        "value": sum(counted.values()),
        "sessions": 0,
        "items": [],
        "left_out": [],
        "members": [show(key, counts) for key, counts in counted.items()],
        "next_cursor": None,
    }


def _unit_member(frame: Frame) -> Callable[[int, bool], dict]:
    def show(unit_id: int, counts: bool) -> dict:
        return {"unit": named(unit_id, frame.map), "team": None, "counted": counts}

    return show


def _team_member(teams: dict) -> Callable[[int, bool], dict]:
    def show(team_id: int, counts: bool) -> dict:
        team = teams[team_id]
        return {
            "unit": None,
            "team": {"id": team.id, "name": team.name, "kind": team.kind},
            "counted": counts,
        }

    return show

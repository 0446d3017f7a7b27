"""Lists of sessions: which of them, for whom, and in which order."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, exists, or_, select, tuple_, union
from sqlalchemy.orm import raiseload

from server import clock
from server.access.scope import Scope
from server.accounts.models import User
from server.admin_units.queries import everything_under
from server.planner import among, off_index
from server.sessions import content
from server.sessions.models import (
    FROM_PHONES,
    NOT_APPROVED,
    RARE_SOURCE,
    OutreachSession,
    SessionCoTeam,
    SessionFlag,
)
from server.sessions.waiting import overdue_before

MANY_PLACES = 8  # from here on walking by date is quicker (a million sessions, 700 hamlets)


def at(places: Collection[int], by_flag: bool = False) -> ColumnElement[bool]:
    """The condition on `OutreachSession` that it was held at one of some places."""
    return among(_place(places, by_flag), places)


def visible(scope: Scope, by_flag: bool = False) -> ColumnElement[bool]:
    """The condition on `OutreachSession` for what a scope shows: by its place, its team, or a
    co-team."""
    own = scope.condition(place=_place(scope.places, by_flag), team=OutreachSession.team_id)
    if scope.everything or not scope.teams:
        return own
    joined = exists().where(
        SessionCoTeam.session_id == OutreachSession.id, SessionCoTeam.team_id.in_(scope.teams)
    )
    return or_(own, joined)


def _place(places: Collection[int], by_flag: bool) -> Any:
    """The column that says where. Of many places it leads nowhere; and a list that is read from the
    rows of a hint asks them, and of no session that lies elsewhere."""
    if len(places) < MANY_PLACES:
        return OutreachSession.place_id
    return off_index(SessionFlag.place_id if by_flag else OutreachSession.place_id)


def of(user: User) -> ColumnElement[bool]:
    """The condition on `OutreachSession` for what somebody recorded or conducted. Each half by its
    own index: together the database would walk all sessions there are."""
    s = OutreachSession
    halves = [select(s.id).where(column == user.id) for column in (s.recorded_by, s.conducted_by)]
    return s.id.in_(union(*halves))


def filtered(query: dict, by: User, scope: Scope) -> Select:
    """The sessions that a checked query asks for, of those that a scope shows."""
    s, by_flag = OutreachSession, is_by_flag(query)
    found = select(s).options(raiseload("*")).where(visible(scope, by_flag))
    if "unit" in query:
        found = found.where(at(everything_under(query["unit"], clock.today()), by_flag))
    # Nearly all are approved: the latest are found by their days, not gathered and sorted.
    of_most = query.get("state") == "approved" and query.get("sort") == "recent"
    state = off_index(s.state) if of_most else s.state
    for name, column in (("team", s.team_id), ("state", state), ("source", s.source)):
        if name in query:
            found = found.where(column == query[name])
    if "from_" in query:
        found = found.where(s.date >= query["from_"])
    if "to" in query:
        found = found.where(s.date <= query["to"])
    if by_flag:
        f = SessionFlag
        found = found.join(f, f.session_id == s.id).where(f.flag == query["flag"])
    elif "flag" in query:
        # So few are not approved that their own text is searched.
        has_it = f'"code": "{query["flag"]}"'
        found = found.where(~s.is_clean, cast(s.flags, String).contains(has_it, autoescape=True))
    if query.get("state", "approved") != "approved":
        found = found.where(NOT_APPROVED)
    if query.get("source", "web") not in FROM_PHONES:
        found = found.where(RARE_SOURCE)
    if "flagged" in query:
        found = found.where(s.is_clean.is_(query["flagged"] == "false"))
    if "late" in query:
        late = s.waiting_since < overdue_before(clock.today())
        found = found.where(s.state == "pending", late, NOT_APPROVED)
    if "import_" in query:
        found = found.where(s.import_id == query["import_"])
    if "receipt" in query:
        found = found.where(s.receipt_code == content.receipt_typed(query["receipt"]))
    if query.get("asked_back") == "true":
        found = found.where(s.asked_back_at.isnot(None))
    if query.get("mine") == "true":
        found = found.where(of(by))
    return found


def is_by_flag(query: dict) -> bool:
    """Whether a checked query is answered from the rows of its hint."""
    return "flag" in query and query.get("state", "approved") == "approved"


def ordered(
    found: Select,
    sort: str,
    position: list | None,
    limit: int,
    *,
    by_flag: bool = False,
    few: bool = False,
) -> Select:
    """A page of sessions: `recent` latest day first; `review` flagged first, then oldest. `few`:
    they are gathered by what makes them few, and sorted."""
    s, f = OutreachSession, SessionFlag
    # The same order, as the index has it that the sessions are found by.
    key = (f.date, f.session_id) if by_flag else (s.date, s.id)
    if few:
        key = tuple(map(off_index, key))
    if sort == "review":
        if position:
            clean, day, last = position
            found = found.where(tuple_(s.is_clean, *key) > (bool(clean), day, last))
        return found.order_by(*(() if by_flag else (s.is_clean,)), *key).limit(limit)
    if position:
        day, last = position
        found = found.where(tuple_(*key) < (day, last))
    return found.order_by(*(column.desc() for column in key)).limit(limit)


def position(session: OutreachSession, sort: str) -> list:
    """Where a session stands in such a list, for the cursor."""
    here = [session.date.isoformat(), str(session.id)]
    return [int(session.is_clean), *here] if sort == "review" else here

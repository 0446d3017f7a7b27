"""What changed for one person, in the order in which it became visible."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Select, func, select, text, tuple_, union

from server import clock, cursors
from server.access.scope import Scope
from server.accounts.models import User
from server.extensions import db
from server.sessions.models import OutreachSession
from server.sync.models import Phone
from server.sync.spans import Spans, gaps, joined, size
from server.teams import actions as teams
from server.teams.models import TeamMember

KEPT = timedelta(days=366)  # what a phone keeps of the past
BEGINNING = (-1, uuid.UUID(int=0))
# On PostgreSQL a change is numbered by its transaction. Below the oldest one that still runs
# nothing can turn up any more, so a cursor that stops there misses nothing.
SETTLED = text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")


@dataclass(frozen=True)
class Page:
    """Changed sessions, where to go on, and whether the phone's copy is to be dropped first."""

    sessions: list[OutreachSession]
    cursor: str
    has_more: bool
    start_over: bool


def changes(user: User, scope: Scope, cursor: str | None, limit: int) -> Page:
    """Sessions of the last twelve months that a person recorded, or that belong to their teams,
    changed since the cursor. Two queries, and one for each kind of part, however many sessions."""
    teams, settled = _digest(scope), _settled()
    position = cursors.decode(cursor, cursors.word, cursors.large, cursors.key)
    start_over = position is None or position[0] != teams or position[1] > settled
    after = BEGINNING if start_over else (position[1], position[2])
    found = list(db.session.scalars(_changed(user, scope, after, settled, limit + 1)))
    has_more, found = len(found) > limit, found[:limit]
    number, last = (found[-1].change_number, found[-1].id) if found else after
    return Page(found, cursors.encode([teams, number, str(last)]), has_more, start_over)


def _changed(user: User, scope: Scope, after: tuple, settled: int, limit: int) -> Select:
    s = OutreachSession
    new = (
        select(s.change_number, s.id)
        .where(tuple_(s.change_number, s.id) > after, s.change_number <= settled)
        .where(s.date >= clock.today() - KEPT)
    )
    # Each half by its own index: together the database would rather walk all changes there are.
    halves = [new.where(s.recorded_by == user.id)]
    if scope.teams:
        halves.append(new.where(s.team_id.in_(scope.teams)))
    theirs = union(*halves)
    page = theirs.order_by(*theirs.selected_columns).limit(limit).subquery()
    return select(s).join(page, page.c.id == s.id).order_by(s.change_number, s.id)


def _settled() -> int:
    """The last number of which all changes are there."""
    if db.engine.dialect.name == "postgresql":
        return db.session.scalar(SETTLED) - 1
    return db.session.scalar(select(func.coalesce(func.max(OutreachSession.change_number), 0)))


def _digest(scope: Scope) -> str:
    """Stands for the teams that the phone's copy was made of: with others it starts over."""
    return hashlib.sha256(repr(sorted(scope.teams)).encode()).hexdigest()[:12]


def missing(phone: Phone) -> Spans:
    """The phone's numbers that neither arrived nor wait on it."""
    return gaps(joined([*phone.heard, *(phone.waiting or [])], []))


def unsent_of_team(team_id: int) -> int:
    """How many sessions the phones of everybody on a team's roster, now or before, still hold."""
    return unsent_of(select(TeamMember.user_id).where(TeamMember.team_id == team_id))


def unsent_of(people: Select) -> int:
    """How many sessions the phones of people, given by their ids, still hold."""
    return sum(held_by(people).values())


def held_by(people: Select) -> dict[int, int]:
    """Person -> how many sessions their phones still hold, of those people whose hold any."""
    found: dict[int, int] = {}
    query = select(Phone.user_id, Phone.waiting).where(Phone.user_id.in_(people))
    for user_id, waiting in db.session.execute(query):
        if waiting:
            found[user_id] = found.get(user_id, 0) + size(waiting)
    return found


teams.unsent.append(unsent_of_team)


def phones(user_id: int) -> list[dict]:
    """The phones that a person sends from, the latest first."""
    rows = db.session.scalars(
        select(Phone).where(Phone.user_id == user_id).order_by(Phone.last_seen_at.desc()).limit(50)
    )
    return [
        {
            "device_id": phone.device_id,
            "label": phone.label,
            "first_seen_at": phone.first_seen_at,
            "last_seen_at": phone.last_seen_at,
            "clock_ahead": phone.clock_ahead,
            "waiting": size(phone.waiting or []),
            "missing": size(missing(phone)),
        }
        for phone in rows
    ]

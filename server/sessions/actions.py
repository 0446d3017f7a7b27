"""Record, amend and withdraw, in the words of the people who do it. Each runs inside `write`: what
it changes it reads there, locked, and the totals and the log move with it."""

import uuid
from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from server import clock, problems
from server.accounts.models import User
from server.audit.actions import record as log
from server.extensions import db
from server.rollups import actions as rollups
from server.sessions import content, counts, joint, kept_flags, team_days
from server.sessions.models import (
    OutreachSession,
    SessionCoTeam,
    SessionPlace,
    SessionRevision,
    SessionService,
)
from server.sessions.transitions import move
from server.sessions.waiting import wait_again
from server.teams.models import Team

# Fields of the body that are columns of the session under the same name.
COLUMNS = (
    "team_id", "place_id", "date", "nil", "type", "audience", "start_time", "duration_min",
    "venue_id", "staff_participants", "first_time", "female", "elderly", "households",
    "volunteers", "partner_ids", "difficulties", "note", "source", "conducted_by",
)  # fmt: skip


def new(session_id: uuid.UUID, body: dict, raw: dict, *, by: User, author: User) -> OutreachSession:
    """The session that a checked body describes, not stored yet."""
    now = clock.now()
    made = OutreachSession(
        id=session_id,
        receipt_code=content.receipt_code(session_id),
        state="pending",
        version=1,
        recorded_by=author.id,
        submitted_by=by.id,
        received_at=now,
        flags=[],
    )
    fill(made, body, raw, now)
    return made


def fill(outreach_session: OutreachSession, body: dict, raw: dict, now: Any) -> None:
    """Put a checked body's content into a session, new or known."""
    session = outreach_session
    for name in COLUMNS:
        setattr(session, name, body[name])
    session.participants = body["participants"] or 0
    session.client = raw.get("client")
    session.content_hash = content.content_hash(raw)
    session.changed_at = session.waiting_since = now
    session.services = [
        SessionService(session_id=session.id, position=position, **taught)
        for position, taught in enumerate(body["services"] or [])
    ]
    session.co_teams = [
        SessionCoTeam(session_id=session.id, team_id=team_id) for team_id in body["co_team_ids"]
    ]
    session.other_places = [
        SessionPlace(session_id=session.id, place_id=place) for place in body["other_place_ids"]
    ]


def record(made: OutreachSession, raw: dict, *, by: User) -> bool:
    """Store a new session and count it; False when its id is known already, or its team is not
    there on its day any more. The primary key decides, so that of two requests at the same moment
    one records and the other replays."""
    if made.co_teams:
        team_days.hold((co.team_id for co in made.co_teams), made.date)
    if db.session.execute(_insert(db.engine.dialect.name), _values(made)).first() is None:
        return False
    for rows in (made.services, made.co_teams, made.other_places):
        if rows:
            table = type(rows[0]).__table__
            db.session.connection().execute(table.insert(), [_values(row) for row in rows])
    kept_flags.add(made)
    remember(made, "recorded", by, raw=raw)
    rollups.apply(rollups.difference(new=[counts.of(made)]))
    log("session.recorded", "session", made.id, by=by, place_id=made.place_id, **_whose(made, by))
    return True


def _whose(made: OutreachSession, by: User) -> dict[str, Any]:
    """What the log says besides of a session from paper, or entered for somebody else."""
    told = {"source": made.source} if made.source == "paper" else {}
    person = made.conducted_by or made.recorded_by
    return told if person == by.id else told | {"for": person}


@cache
def _insert(dialect_name: str) -> Any:
    """Insert one session if its team is there on its day: asked and kept in the same statement."""
    dialect = postgresql if dialect_name == "postgresql" else sqlite
    table = OutreachSession.__table__
    values = {c.name: bindparam(c.name, type_=c.type) for c in _ours(table)}
    team = team_days.there(Team.id == values["team_id"], values["date"])
    row = team.with_only_columns(*values.values())
    insert = dialect.insert(table).from_select(list(values), row)
    return insert.on_conflict_do_nothing().returning(table.c.id)


def _ours(table: Any) -> list:
    """The columns that the database does not itself fill in."""
    return [c for c in table.columns if c.default is None or not c.default.is_clause_element]


def _values(row: Any) -> dict[str, Any]:
    """A row's values; a column that the database itself fills in is left to it."""
    return {c.key: getattr(row, c.key) for c in _ours(type(row).__table__)}


def amend(
    session_id: uuid.UUID,
    version: int,
    body: dict,
    raw: dict,
    flags: Callable[[OutreachSession], list[dict]],
    *,
    by: User,
    author: User,
) -> OutreachSession:
    """Replace a session's content by its author's new one; it waits for review again. It goes on
    standing for what is merged into it, unless it tells of another day now."""
    session = locked(session_id, version)
    before, merged = counts.of(session), joint.merged_into(session.id)
    session.state = move(session, "amend", author)
    with db.session.no_autoflush:
        fill(session, body, raw, clock.now())
        for goes in merged:
            if joint.fits(session, goes):
                joint.take_in(session, goes)
        session.flags = flags(session)
    team_days.hold({session.team_id, *(co.team_id for co in session.co_teams)}, session.date)
    session.submitted_by = by.id
    session.reviewed_by = None
    session.version += 1
    kept_flags.renew(session)
    db.session.flush()
    remember(session, "amended", by, raw=raw, base_version=version)
    released = [goes for goes in merged if not joint.fits(session, goes)]
    for goes in released:
        part(goes, session, by)
    rollups.apply(rollups.difference(new=map(counts.of, [session, *released]), old=[before]))
    log("session.amended", "session", session.id, by=by, place_id=session.place_id)
    return session


def withdraw(session_id: uuid.UUID, version: int, reason: str, *, by: User, author: User) -> None:
    """Take a session back: it counts nowhere from now on, and its id is never used again."""
    session = locked(session_id, version, also_withdrawn=True)
    if session.state == "withdrawn":
        return
    before = counts.of(session)
    session.state = move(session, "withdraw", author)
    next_version(session, "withdrawn", by, comment=reason)
    released = release(session, by)
    rollups.apply(rollups.difference(new=map(counts.of, released), old=[before]))
    log("session.withdrawn", "session", session.id, by=by, place_id=session.place_id)


def release(gone: OutreachSession, by: User) -> list[OutreachSession]:
    """What was merged into a session that counts no more stands for itself again and waits for
    review: else an event that two teams told of would be lost with one of them."""
    found = joint.merged_into(gone.id)
    for session in found:
        part(session, gone, by)
    return found


def part(session: OutreachSession, kept: OutreachSession, by: User) -> None:
    """Let a merged session stand for itself again, as its author wrote it, to be reviewed anew."""
    session.state, session.merged_into, session.reviewed_by = "pending", None, None
    wait_again(session, session.changed_at, clock.now())
    joint.give_back(session, [])
    tell_of(session, kept, "unmerged", None, by)


def tell_of(
    session: OutreachSession, other: OutreachSession, action: str, comment: str | None, by: User
) -> None:
    """Note a merge, or its end, at one of the two sessions."""
    next_version(session, action, by, comment=comment, other_id=other.id)
    log(
        f"session.{action}", "session", session.id,
        by=by, place_id=session.place_id, other=str(other.id),
    )  # fmt: skip


def next_version(session: OutreachSession, action: str, by: User, **more: Any) -> None:
    """Whoever looks at the version before is told when they decide."""
    session.version += 1
    session.changed_at = clock.now()
    remember(session, action, by, **more)


def forget_asking(session: OutreachSession) -> None:
    """Whatever is decided answers who asked for it back."""
    session.asked_back_at = session.asked_back_by = session.asked_back_reason = None


def locked(session_id: uuid.UUID, version: int, *, also_withdrawn: bool = False) -> OutreachSession:
    """The session, held for this transaction, if it is still at `version`; else `STALE`."""
    held = hold([session_id])
    return current(held.get(session_id), version, also_withdrawn=also_withdrawn)


def hold(ids: list[uuid.UUID]) -> dict[uuid.UUID, OutreachSession]:
    """Sessions by id, held for this transaction in the order of their ids. One query, and one for
    each kind of part, however many they are."""
    query = select(OutreachSession).where(OutreachSession.id.in_(ids)).order_by(OutreachSession.id)
    fresh = query.with_for_update().execution_options(populate_existing=True)
    return {session.id: session for session in db.session.scalars(fresh)}


def current(
    session: OutreachSession | None, version: int, *, also_withdrawn: bool = False
) -> OutreachSession:
    """A held session, if it is there and still at `version`; else the problem that says why not."""
    if session is None:
        raise problems.SESSION_NOT_FOUND()
    if session.state == "withdrawn":
        if also_withdrawn:
            return session
        raise problems.SESSION_WITHDRAWN()
    if session.version != version:
        raise problems.STALE(current_version=session.version)
    return session


def remember(
    session: OutreachSession, action: str, by: User, *, raw: dict | None = None, **more: Any
) -> None:
    db.session.add(
        SessionRevision(
            session_id=session.id,
            version=session.version,
            action=action,
            at=session.changed_at,
            by_id=by.id,
            content_hash=session.content_hash if raw is not None else None,
            body=raw,
            **more,
        )
    )

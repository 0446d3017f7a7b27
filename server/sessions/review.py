"""An officer's decisions on sessions."""

import uuid
from collections.abc import Iterable, Set
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, tuple_
from sqlalchemy.orm import selectinload

from server import clock, problems
from server.access.permissions import Role
from server.accounts.models import STAFF, User
from server.accounts.queries import land_of
from server.audit.actions import record as log
from server.extensions import db, rows
from server.problems import field_error
from server.rollups import actions as rollups
from server.rollups.actions import Counts
from server.sessions import counts, team_days, transitions
from server.sessions.actions import current, forget_asking, hold, release, remember
from server.sessions.lists import visible
from server.sessions.models import OutreachSession, SessionRevision
from server.sessions.transitions import DONE, FROM_ABOVE, is_own, move
from server.sessions.waiting import wait_again
from server.teams.queries import scope_of

# decision: what must come with it
NEEDS = {"return": "reasons", "refuse": "comment", "reopen": "comment"}


def check(decision: dict) -> None:
    """Raise unless the decision comes with its reasons: a return with at least one (and words for
    'other'), a refusal or reopening with words."""
    needed = NEEDS.get(decision["decision"])
    if needed == "reasons" and not decision["reasons"]:
        raise problems.invalid(field_error("/reasons", "reason_required"))
    wordless = not decision["comment"] or not decision["comment"].strip()
    if wordless and (needed == "comment" or "other" in decision["reasons"]):
        raise problems.invalid(field_error("/comment", "comment_required"))


def decide(
    session_id: uuid.UUID, version: int, decision: dict, *, by: User
) -> tuple[OutreachSession, bool]:
    """Decide on one session; gives it, and whether that was done before: a lost answer is given
    again, to whoever decided just so on that version."""
    held = hold([session_id])
    if _done_before(held, [(session_id, version)], decision, by):
        return held[session_id], True
    session = current(held.get(session_id), version)
    session, change = _move(session, authors_of([session]), decision, by)
    if session.state == "refused":
        change = rollups.difference([change, *map(counts.of, release(session, by))])
    rollups.apply(change)
    return session, False


def decide_many(
    wanted: list[tuple[uuid.UUID, int]], decision: dict, *, by: User
) -> dict[uuid.UUID, Any]:
    """Decide on many at once: id -> the session, or the problem that keeps it as it was. Sessions
    are taken in the order of their ids and the totals in one go, so that two officers who share
    some wait for each other in turn."""
    answers: dict[uuid.UUID, Any] = {}
    changes: list[Counts] = []
    held = hold([session_id for session_id, _ in wanted])
    done = _done_before(held, wanted, decision, by)
    authors = authors_of(held.values())
    for session_id, version in sorted(wanted):
        if session_id in done:
            answers[session_id] = held[session_id]
            continue
        try:
            session = current(held.get(session_id), version)
            answers[session_id], change = _move(session, authors, decision, by)
            changes.append(change)
        except problems.Problem as problem:
            answers[session_id] = problem
    rollups.apply(rollups.difference(changes))
    return answers


def _done_before(
    held: dict[uuid.UUID, OutreachSession],
    wanted: list[tuple[uuid.UUID, int]],
    decision: dict,
    by: User,
) -> set[uuid.UUID]:
    """Those of which the present version came of the one that is named, by the same decision of the
    same person: nobody has done anything since. One query, none where nothing has changed."""
    r = SessionRevision
    after = [(key, n + 1) for key, n in wanted if key in held and held[key].version == n + 1]
    if not after:
        return set()
    mine = select(r).where(tuple_(r.session_id, r.version).in_(after), r.by_id == by.id)
    same = mine.where(r.action == DONE[decision["decision"]])
    return {one.session_id for one in db.session.scalars(same) if _says(one, decision)}


def _says(revision: SessionRevision, decision: dict) -> bool:
    lists = [(getattr(revision, name) or [], decision[name]) for name in ("reasons", "fields")]
    words = (revision.comment or "") == (decision["comment"] or "")
    return words and all(sorted(stored) == sorted(named) for stored, named in lists)


def stands_above(author: User, by: User) -> bool:
    """Whether `by` stands above somebody who recorded or entered a session: higher in rank, or of
    the same rank with a wider area. What a volunteer recorded any officer may review."""
    if author.role == Role.VOLUNTEER or by.role == Role.SYSTEM_ADMINISTRATOR:
        return True
    if Role(by.role).rank > Role(author.role).rank:
        return True
    return by.role == author.role and land_of(by) > land_of(author)


def barred_authors(by: User) -> set[int]:
    """The people whose sessions somebody else decides: `by`, and whom they do not stand above. Two
    queries."""
    equals = [role.value for role in Role if role.rank >= Role(by.role).rank]
    staff = select(User).where(STAFF, User.role.in_(equals)).options(selectinload(User.areas))
    found = db.session.scalars(staff)
    return {by.id, *(author.id for author in found if not stands_above(author, by))}


def decidable(by: User, barred: Set[int]) -> ColumnElement[bool]:
    """The condition on `OutreachSession` for what is `by`'s to decide rather than for the level
    above; `barred`: see `barred_authors`."""
    s = OutreachSession
    others = s.recorded_by.not_in(barred) & s.submitted_by.not_in(barred)
    return others & or_(s.conducted_by.is_(None), s.conducted_by != by.id)


def require_above_all(session: OutreachSession, authors: dict[int, User], by: User) -> None:
    """Of who recorded a session and who handed it in: else a borrowed name would be a way round."""
    if not _is_above_all(session, authors, by):
        raise problems.LEVEL_ABOVE()


def _is_above_all(session: OutreachSession, authors: dict[int, User], by: User) -> bool:
    others = {session.recorded_by, session.submitted_by} - {by.id}
    return all(stands_above(authors[person], by) for person in others)


def allowed(sessions: list[OutreachSession], by: User) -> dict[uuid.UUID, list[str]]:
    """Session id -> the actions that `by` may take now, for screens to offer. One query."""
    kept = _standing_for(sessions, by)
    authors = authors_of([*sessions, *kept.values()])
    found = {}
    for session in sessions:
        found[session.id] = transitions.allowed(session, by)
        if session.merged_into and not _may_change(kept.get(session.merged_into), authors, by):
            found[session.id] = [action for action in found[session.id] if action != "unmerge"]
        if not _is_above_all(session, authors, by):
            found[session.id] = [action for action in found[session.id] if action not in FROM_ABOVE]
    return found


def _standing_for(sessions: list[OutreachSession], by: User) -> dict:
    """Id -> the sessions that stand for merged ones, as far as `by` sees them. One query, if any
    is merged."""
    ids = {session.merged_into for session in sessions} - {None}
    if not ids:
        return {}
    seen = select(OutreachSession).where(OutreachSession.id.in_(ids), visible(scope_of(by)))
    return {session.id: session for session in db.session.scalars(seen)}


def _may_change(kept: OutreachSession | None, authors: dict[int, User], by: User) -> bool:
    return kept is not None and not is_own(kept, by) and _is_above_all(kept, authors, by)


def authors_of(sessions: Iterable[OutreachSession]) -> dict[int, User]:
    return rows(User, {who for s in sessions for who in (s.recorded_by, s.submitted_by)})


def _decided_at(session: OutreachSession) -> datetime:
    """When it was last decided about; a merge since then has changed it, and decided nothing."""
    decided = select(func.max(SessionRevision.at)).where(
        SessionRevision.session_id == session.id, SessionRevision.action.in_(DONE.values())
    )
    return db.session.scalar(decided) or session.changed_at


def _move(
    session: OutreachSession, authors: dict[int, User], decision: dict, by: User
) -> tuple[OutreachSession, Counts]:
    before = counts.of(session)
    action = decision["decision"]
    following = move(session, action, by)
    require_above_all(session, authors, by)
    session.state = following
    forget_asking(session)
    now = clock.now()
    if following == "pending":
        # A refused session left its teams free to change their days.
        team_days.hold({session.team_id, *(co.team_id for co in session.co_teams)}, session.date)
        wait_again(session, _decided_at(session), now)
    session.reviewed_by = None if action == "reopen" else by.id
    session.version += 1
    session.changed_at = now
    remember(
        session,
        DONE[action],
        by,
        reasons=decision["reasons"],
        fields=decision["fields"],
        comment=decision["comment"],
    )
    why = {name: decision[name] for name in ("reasons", "comment") if decision[name]}
    log(f"session.{DONE[action]}", "session", session.id, by=by, place_id=session.place_id, **why)
    return session, rollups.difference(new=[counts.of(session)], old=[before])

"""Two records of one event: one stands for both teams, the other is withdrawn and linked to it, so
that people are counted once and each team is credited (domain 5, "No double counting")."""

import uuid

from server import problems
from server.accounts.models import User
from server.catalogue.codes import LIMITS
from server.extensions import db
from server.problems import field_error
from server.rollups import actions as rollups
from server.sessions import counts, joint, kept_flags
from server.sessions.actions import current, forget_asking, hold, part, tell_of
from server.sessions.models import OutreachSession
from server.sessions.past import hints
from server.sessions.review import authors_of, require_above_all
from server.sessions.transitions import is_own, move, wrong_state
from server.teams.models import Team

Versioned = tuple[uuid.UUID, int]


def merge(kept: Versioned, other: Versioned, comment: str | None, *, by: User) -> OutreachSession:
    """Let `kept` stand for both, and for what the other stood for. Its numbers stay; the other's
    teams become its co-teams, the other's hamlets further places that it reached. Raises `INVALID`
    unless both are of one day."""
    stays, goes = _both(kept, other)
    _check(stays, goes)
    before = [counts.of(stays), counts.of(goes)]
    authors = authors_of([stays, goes])
    for session in (stays, goes):
        require_above_all(session, authors, by)
        following = move(session, "merge", by)
    joint.take_in(stays, goes)
    for session in (goes, *joint.merged_into(goes.id)):
        session.state, session.merged_into = following, stays.id
        tell_of(session, stays, "merged", comment, by)
    forget_asking(goes)
    tell_of(stays, goes, "merged", comment, by)
    _hint_anew(stays)
    rollups.apply(rollups.difference(new=[counts.of(stays)], old=before))
    return stays


def unmerge(other: Versioned, *, by: User) -> OutreachSession:
    """Take a merged session out again, to wait for review as its author wrote it."""
    goes = db.session.get(OutreachSession, other[0])
    if goes is None or goes.merged_into is None:
        raise problems.SESSION_NOT_FOUND()
    stays, goes = _both((goes.merged_into, None), other)
    before = [counts.of(stays)]
    authors = authors_of([stays, goes])
    for session in (stays, goes):
        require_above_all(session, authors, by)
    # What stands for both is changed as well, and may be the reader's own.
    if is_own(stays, by):
        raise problems.OWN_SESSION()
    move(goes, "unmerge", by)
    part(goes, stays, by)
    db.session.flush()
    joint.give_back(stays, joint.merged_into(stays.id))
    tell_of(stays, goes, "unmerged", None, by)
    _hint_anew(stays, goes)
    rollups.apply(rollups.difference(new=[counts.of(stays), counts.of(goes)], old=before))
    return goes


def _hint_anew(*sessions: OutreachSession) -> None:
    """What stood beside a session is part of it now, or beside it again."""
    db.session.flush()
    for session in sessions:
        team = db.session.get(Team, session.team_id)
        session.flags = hints(session, team, joint.came_at(session))
        kept_flags.renew(session)
    db.session.flush()


def _both(kept: tuple, other: tuple) -> tuple[OutreachSession, OutreachSession]:
    """Both sessions, held in the order of their ids; a version of None is any."""
    if kept[0] == other[0]:
        raise problems.invalid(field_error("/other/id", "repeated"))
    held = hold([kept[0], other[0]])
    stays, goes = held.get(kept[0]), held.get(other[0])
    if stays is not None:
        current(stays, stays.version if kept[1] is None else kept[1])
    goes = current(goes, other[1], also_withdrawn=True)
    if goes.version != other[1]:
        raise problems.STALE(current_version=goes.version)
    if stays is None:
        raise problems.SESSION_NOT_FOUND()
    return stays, goes


def _check(stays: OutreachSession, goes: OutreachSession) -> None:
    if stays.state not in counts.COUNTED_STATES:
        raise wrong_state(stays.state, "merge")
    if not joint.fits(stays, goes):
        wrong = "not_same_day" if stays.date != goes.date else "not_allowed_here"
        raise problems.invalid(field_error("/other/id", wrong))
    for found, most in ((joint.teams, "co_teams"), (joint.places, "other_places")):
        if len(found(stays) | found(goes)) - 1 > LIMITS[most]:
            raise problems.invalid(field_error("/other/id", "too_many", max=LIMITS[most]))

"""Two records of one event: one stands for both teams, the other is withdrawn and linked to it, so
that people are counted once and each team is credited (domain 5, "No double counting")."""

import uuid

from sqlalchemy import select

from server import problems
from server.accounts.models import User
from server.admin_units.queries import register
from server.catalogue.codes import LIMITS
from server.extensions import db
from server.problems import field_error
from server.rollups import actions as rollups
from server.sessions import counts
from server.sessions.actions import current, forget_asking, hold, part, tell_of
from server.sessions.models import OutreachSession, SessionCoTeam, SessionPlace, SessionRevision
from server.sessions.review import authors_of, require_above_all
from server.sessions.transitions import STATE_LABELS, move

Versioned = tuple[uuid.UUID, int]


def merge(kept: Versioned, other: Versioned, comment: str | None, *, by: User) -> OutreachSession:
    """Let `kept` stand for both. Its numbers stay; the other's teams become its co-teams, the
    other's hamlets further places that it reached. Raises `INVALID` unless both are of one day."""
    stays, goes = _both(kept, other)
    _check(stays, goes)
    before = [counts.of(stays), counts.of(goes)]
    authors = authors_of([stays, goes])
    for session in (stays, goes):
        require_above_all(session, authors, by)
        following = move(session, "merge", by)
    goes.state, goes.merged_into = following, stays.id
    _take_in(stays, goes)
    forget_asking(goes)
    tell_of(stays, goes, "merged", comment, by)
    tell_of(goes, stays, "merged", comment, by)
    db.session.flush()
    rollups.apply(rollups.difference(new=[counts.of(stays)], old=before))
    return stays


def unmerge(other: Versioned, *, by: User) -> OutreachSession:
    """Take a merged session out again, to wait for review. Raises `STALE` when the one that stands
    for both has changed since."""
    goes = db.session.get(OutreachSession, other[0])
    if goes is None or goes.merged_into is None:
        raise problems.SESSION_NOT_FOUND()
    stays, goes = _both((goes.merged_into, None), other)
    if not _is_as_merged(stays, goes):
        raise problems.STALE(current_version=stays.version)
    before = [counts.of(stays)]
    require_above_all(goes, authors_of([goes]), by)
    move(goes, "unmerge", by)
    part(goes, stays, by)
    _give_back(stays)
    tell_of(stays, goes, "unmerged", None, by)
    db.session.flush()
    rollups.apply(rollups.difference(new=[counts.of(stays), counts.of(goes)], old=before))
    return goes


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
        raise problems.STATE_CONFLICT(state=stays.state, state_label=STATE_LABELS[stays.state])
    if stays.date != goes.date:
        raise problems.invalid(field_error("/other/id", "not_same_day"))
    if stays.nil or goes.nil:
        raise problems.invalid(field_error("/other/id", "not_allowed_here"))
    teams, places = _teams(stays) | _teams(goes), _places(stays) | _places(goes)
    if len(teams) - 1 > LIMITS["co_teams"] or len(places) - 1 > LIMITS["other_places"]:
        raise problems.invalid(field_error("/other/id", "too_many", max=LIMITS["co_teams"]))


def _teams(session: OutreachSession) -> set[int]:
    return {session.team_id, *(co.team_id for co in session.co_teams)}


def _places(session: OutreachSession) -> set[int]:
    """The hamlets that a session reached; one for a whole commune says nothing of any."""
    units = register().units
    reached = {session.place_id, *(other.place_id for other in session.other_places)}
    return {place for place in reached if units[place].level == "hamlet"}


def _take_in(stays: OutreachSession, goes: OutreachSession) -> None:
    for team_id in sorted(_teams(goes) - _teams(stays)):
        stays.co_teams.append(SessionCoTeam(session_id=stays.id, team_id=team_id))
    for place_id in sorted(_places(goes) - {stays.place_id} - _places(stays)):
        stays.other_places.append(SessionPlace(session_id=stays.id, place_id=place_id))


def _give_back(stays: OutreachSession) -> None:
    """Leave what its author wrote, and what others brought that are still merged into it."""
    body = db.session.scalar(
        select(SessionRevision.body)
        .where(SessionRevision.session_id == stays.id, SessionRevision.body.isnot(None))
        .order_by(SessionRevision.version.desc())
        .limit(1)
    )
    merged = select(OutreachSession).where(OutreachSession.merged_into == stays.id)
    others = db.session.scalars(merged).all()
    teams = set((body or {}).get("co_team_ids") or []).union(*map(_teams, others))
    places = set((body or {}).get("other_place_ids") or []).union(*map(_places, others))
    stays.co_teams = [co for co in stays.co_teams if co.team_id in teams]
    stays.other_places = [at for at in stays.other_places if at.place_id in places]


def _is_as_merged(stays: OutreachSession, goes: OutreachSession) -> bool:
    last = select(SessionRevision).where(
        SessionRevision.session_id == stays.id, SessionRevision.version == stays.version
    )
    revision = db.session.scalar(last)
    return revision is not None and (revision.action, revision.other_id) == ("merged", goes.id)

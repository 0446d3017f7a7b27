"""Sessions as the API gives them: a fixed number of queries however many they are, and as little as
may be for each, for a list shows fifty at once."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import inspect, select

from server import clock
from server.accounts.models import User
from server.admin_units.queries import named_on
from server.extensions import db, rows
from server.planner import among
from server.sessions import flags, transitions
from server.sessions.actions import COLUMNS
from server.sessions.endings import endings
from server.sessions.models import (
    OutreachSession,
    SessionCoTeam,
    SessionPhoto,
    SessionPlace,
    SessionRevision,
    SessionService,
)
from server.teams.models import Team

DECISIONS = tuple(transitions.DONE.values())
DECISION = ("action", "at", "by_id", "reasons", "fields", "comment", "other_id")
PEOPLE = ("recorded_by", "submitted_by", "reviewed_by", "conducted_by")

Parts = tuple[list[int], list[int], list[dict]]  # co-teams, other places, what was taught


def shown(sessions: Iterable[OutreachSession], *, english: bool = False) -> list[dict]:
    """Sessions as the API gives them, in their order."""
    sessions = list(sessions)
    people = rows(User, {p for s in sessions for p in _people_of(s)})
    teams = rows(Team, {s.team_id for s in sessions})
    decisions = last_decisions([s.id for s in sessions if s.version > 1])
    photos, ended, parts = photo_ids(sessions), endings(sessions), _parts(sessions)
    today = clock.today()
    return [
        _own(s, english)
        | _with(s, parts[s.id], people, teams[s.team_id], today)
        | {
            "review": decisions.get(s.id),
            "photos": photos.get(s.id, []),
            "ending": ended.get(s.id),
        }
        for s in sessions
    ]


def _own(session: OutreachSession, english: bool) -> dict:
    """What stands in the session's own row."""
    return {
        **{name: getattr(session, name) for name in COLUMNS},
        "id": session.id,
        "participants": None if session.nil else session.participants,
        "state": session.state,
        "version": session.version,
        "receipt_code": session.receipt_code,
        "flags": flags.explained(session.flags, english),
        "received_at": session.received_at,
        "changed_at": session.changed_at,
        "waiting_since": session.waiting_since,
        "content_hash": session.content_hash,
        "merged_into": session.merged_into,
    }


def _with(session: Any, parts: Parts, people: dict, team: Team, today: date) -> dict:
    """What stands beside it."""
    co_teams, other_places, services = parts
    return {
        "co_team_ids": co_teams,
        "other_place_ids": other_places,
        "services": services,
        **{name: _person(people.get(getattr(session, name))) for name in PEOPLE},
        "team": {"id": team.id, "name": team.name, "kind": team.kind},
        "place": named_on(session.place_id, session.date),
        "place_today": named_on(session.place_id, today),
        "asked_back": _asking(session, people),
    }


def _person(user: User | None) -> dict | None:
    return {"id": user.id, "name": user.name} if user else None


def _asking(session: OutreachSession, people: dict[int, User]) -> dict | None:
    if session.asked_back_at is None:
        return None
    return {
        "at": session.asked_back_at,
        "by": _person(people.get(session.asked_back_by)),
        "reason": session.asked_back_reason,
    }


def _people_of(session: OutreachSession) -> list[int]:
    s = session
    people = (s.recorded_by, s.submitted_by, s.reviewed_by, s.conducted_by, s.asked_back_by)
    return [person for person in people if person]


def _parts(sessions: Sequence[OutreachSession]) -> dict[uuid.UUID, Parts]:
    """The parts of each session: as it holds them, or read as plain rows for those of a list."""
    found: dict[uuid.UUID, Parts] = {}
    unread: dict[uuid.UUID, Parts] = {}
    for s in sessions:
        if "services" in inspect(s).unloaded:
            found[s.id] = unread[s.id] = ([], [], [])
        else:
            co_teams = [co.team_id for co in s.co_teams]
            places = [other.place_id for other in s.other_places]
            found[s.id] = (co_teams, places, [_taught(each) for each in s.services])
    if unread:
        _read(unread)
    return found


def _read(parts: dict[uuid.UUID, Parts]) -> None:
    """Fill in the parts of some sessions, in three queries."""
    for at, column in enumerate((SessionCoTeam.team_id, SessionPlace.place_id)):
        key = column.class_.session_id
        these = select(key, column).where(among(key, parts)).order_by(column)
        for session_id, id in db.session.execute(these):
            parts[session_id][at].append(id)
    s = SessionService
    taught = select(s.session_id, s.service, s.assisted, s.completed).order_by(s.position)
    for row in db.session.execute(taught.where(among(s.session_id, parts))):
        parts[row.session_id][2].append(_taught(row))


def _taught(row: Any) -> dict:
    return {"service": row.service, "assisted": row.assisted, "completed": row.completed}


def photo_ids(sessions: Iterable[OutreachSession]) -> dict[uuid.UUID, list[uuid.UUID]]:
    """Session id -> its photos, the earlier first. Only those of the people who recorded or sent
    it, for anybody may send a photo under an id that is not there yet; and none of a home
    visit."""
    shows = {s.id: (s.recorded_by, s.submitted_by) for s in sessions if s.type != "home_visit"}
    if not shows:
        return {}
    held = db.session.execute(
        select(SessionPhoto.session_id, SessionPhoto.id, SessionPhoto.by_id)
        .where(among(SessionPhoto.session_id, shows))
        .order_by(SessionPhoto.received_at, SessionPhoto.id)
    )
    found: dict[uuid.UUID, list[uuid.UUID]] = {}
    for session_id, photo_id, by_id in held:
        if by_id in shows[session_id]:
            found.setdefault(session_id, []).append(photo_id)
    return found


def last_decisions(ids: list[uuid.UUID]) -> dict[uuid.UUID, dict]:
    """The last decision on each session, with who took it."""
    if not ids:
        return {}
    r = SessionRevision
    decisions = db.session.execute(
        select(r.session_id, *(getattr(r, name) for name in DECISION), User.name)
        .join(User, User.id == r.by_id)
        .where(among(r.session_id, ids), r.action.in_(DECISIONS))
        .order_by(r.version)
    )
    return {row.session_id: decision(row, row.name) for row in decisions}


def decision(revision: Any, name: str) -> dict:
    """What happened at a version, by whom."""
    return {
        "action": revision.action,
        "at": revision.at,
        "by": {"id": revision.by_id, "name": name},
        "reasons": revision.reasons,
        "fields": revision.fields,
        "comment": revision.comment,
        "other_id": revision.other_id,
    }

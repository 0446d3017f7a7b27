"""Reads of sessions: one in scope, how they are shown, and their history."""

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import or_, select

from server import clock, problems
from server.access.permissions import Role
from server.access.scope import Scope
from server.accounts.models import User
from server.accounts.queries import in_area
from server.admin_units.queries import brief, full_name, register
from server.extensions import db
from server.sessions import flags, transitions
from server.sessions.actions import COLUMNS
from server.sessions.endings import IMPORT_UNDONE, UNDONE_WORDS, endings
from server.sessions.lists import visible
from server.sessions.models import (
    OutreachSession,
    SessionPhoto,
    SessionRevision,
)
from server.teams.models import Team
from server.teams.queries import visible as visible_team

DECISIONS = tuple(transitions.DONE.values())


def require(session_id: uuid.UUID, scope: Scope) -> OutreachSession:
    """The session, if the scope shows it; else `SESSION_NOT_FOUND`, as for an id nobody has."""
    found = db.session.scalar(
        select(OutreachSession).where(OutreachSession.id == session_id, visible(scope))
    )
    if found is None:
        raise problems.SESSION_NOT_FOUND()
    return found


def is_seen(session_id: uuid.UUID, scope: Scope) -> bool:
    """Whether a scope shows the session of an id."""
    seen = select(OutreachSession.id).where(OutreachSession.id == session_id, visible(scope))
    return db.session.scalar(seen) is not None


def author_phone(session: OutreachSession, by: User, scope: Scope) -> str | None:
    """The number under which `by` reaches who held or recorded a session: a volunteer of a team of
    theirs, or somebody of their area. One query, none for volunteers."""
    author = session.conducted_by or session.recorded_by
    if by.role == Role.VOLUNTEER or author == by.id:
        return None
    of_ours = select(Team.id).where(Team.id == session.team_id, visible_team(scope))
    reached = or_(in_area(by), (User.role == Role.VOLUNTEER) & of_ours.exists())
    phone = select(User.phone).where(User.id == author, User.disabled_at.is_(None))
    return db.session.scalar(phone.where(reached))


def shown(
    sessions: Iterable[OutreachSession], *, english: bool = False, at_hand: Iterable[Any] = ()
) -> list[dict]:
    """Sessions as the API gives them; a fixed number of queries however many they are. `at_hand`
    are users and teams already read."""
    sessions = list(sessions)
    units, today = register(), clock.today()
    people = _known(User, {p for s in sessions for p in _people_of(s)}, at_hand)
    teams = _known(Team, {s.team_id for s in sessions}, at_hand)
    decisions = last_decisions([s.id for s in sessions if s.version > 1])
    photos, ended = photo_ids(sessions), endings(sessions)
    return [
        _shown(s, units, today, people, teams, decisions, english)
        | {"photos": photos.get(s.id, []), "ending": ended.get(s.id)}
        for s in sessions
    ]


def _known(model: Any, ids: set[int], at_hand: Iterable[Any]) -> dict[int, Any]:
    found = {row.id: row for row in at_hand if isinstance(row, model)}
    missing = ids - found.keys()
    if missing:
        rows = db.session.scalars(select(model).where(model.id.in_(missing)))
        found |= {row.id: row for row in rows}
    return found


def _shown(session, units, today, people, teams, decisions, english) -> dict:
    team = teams[session.team_id]
    return {
        **{name: getattr(session, name) for name in COLUMNS},
        "id": session.id,
        "participants": None if session.nil else session.participants,
        "co_team_ids": [co.team_id for co in session.co_teams],
        "other_place_ids": [other.place_id for other in session.other_places],
        "services": [
            {"service": s.service, "assisted": s.assisted, "completed": s.completed}
            for s in session.services
        ],
        "state": session.state,
        "version": session.version,
        "receipt_code": session.receipt_code,
        "flags": flags.explained(session.flags, english),
        "received_at": session.received_at,
        "changed_at": session.changed_at,
        "waiting_since": session.waiting_since,
        "content_hash": session.content_hash,
        **{
            name: _person(people.get(getattr(session, name)))
            for name in ("recorded_by", "submitted_by", "reviewed_by", "conducted_by")
        },
        "team": {"id": team.id, "name": team.name, "kind": team.kind},
        "place": _place(session.place_id, units, session.date),
        "place_today": _place(session.place_id, units, today),
        "review": decisions.get(session.id),
        "asked_back": _asking(session, people),
        "merged_into": session.merged_into,
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


def _place(place_id: int, units: Any, day: Any) -> dict:
    map_ = units.on(units.units[place_id].nearest_day(day))
    return brief(place_id, map_) | {"full_name": full_name(place_id, map_)}


def _people_of(session: OutreachSession) -> list[int]:
    s = session
    people = (s.recorded_by, s.submitted_by, s.reviewed_by, s.conducted_by, s.asked_back_by)
    return [person for person in people if person]


def photo_ids(sessions: Iterable[OutreachSession]) -> dict[uuid.UUID, list[uuid.UUID]]:
    """Session id -> its photos, the earlier first. Only those of the people who recorded or sent
    it, for anybody may send a photo under an id that is not there yet; and none of a home
    visit."""
    shows = {s.id: (s.recorded_by, s.submitted_by) for s in sessions if s.type != "home_visit"}
    if not shows:
        return {}
    rows = db.session.execute(
        select(SessionPhoto.session_id, SessionPhoto.id, SessionPhoto.by_id)
        .where(SessionPhoto.session_id.in_(shows))
        .order_by(SessionPhoto.received_at, SessionPhoto.id)
    )
    found: dict[uuid.UUID, list[uuid.UUID]] = {}
    for session_id, photo_id, by_id in rows:
        if by_id in shows[session_id]:
            found.setdefault(session_id, []).append(photo_id)
    return found


def last_decisions(ids: list[uuid.UUID]) -> dict[uuid.UUID, dict]:
    """The last decision on each session, with who took it."""
    if not ids:
        return {}
    rows = db.session.execute(
        select(SessionRevision, User.name)
        .join(User, User.id == SessionRevision.by_id)
        .where(SessionRevision.session_id.in_(ids), SessionRevision.action.in_(DECISIONS))
        .order_by(SessionRevision.version)
    )
    return {revision.session_id: _decision(revision, name) for revision, name in rows}


def _decision(revision: SessionRevision, name: str) -> dict:
    return {
        "action": revision.action,
        "at": revision.at,
        "by": {"id": revision.by_id, "name": name},
        "reasons": revision.reasons,
        "fields": revision.fields,
        "comment": revision.comment,
        "other_id": revision.other_id,
    }


def history(session_id: uuid.UUID, *, english: bool = False) -> list[dict]:
    """Every version, oldest first, with what changed against the content before."""
    rows = db.session.execute(
        select(SessionRevision, User.name)
        .join(User, User.id == SessionRevision.by_id)
        .where(SessionRevision.session_id == session_id)
        .order_by(SessionRevision.version)
    )
    found, before = [], None
    for revision, name in rows:
        changes = _changes(before, revision.body) if revision.body and before else []
        before = revision.body or before
        told = _decision(revision, name) | _undone(revision, english)
        found.append({**told, "version": revision.version, "changes": changes})
    return found


def _undone(revision: SessionRevision, english: bool) -> dict:
    """What is said of a session that went with the file that brought it in."""
    is_so = revision.reasons == [IMPORT_UNDONE] or revision.comment == UNDONE_WORDS[0]
    if revision.action != "withdrawn" or not is_so:
        return {}
    return {"reasons": [], "comment": UNDONE_WORDS[english]}


def _changes(before: dict, after: dict) -> list[dict]:
    old, new = _flat(before), _flat(after)
    return [
        {"field": field, "from": old.get(field), "to": new.get(field)}
        for field in sorted(old.keys() | new.keys())
        if old.get(field) != new.get(field)
    ]


def _flat(body: dict) -> dict[str, Any]:
    """A body with its services spread out as `services.edongthap.completed`, without `client`."""
    flat = {key: value for key, value in body.items() if key not in ("client", "services")}
    for taught in body.get("services") or []:
        for count in ("assisted", "completed"):
            flat[f"services.{taught['service']}.{count}"] = taught.get(count)
    return flat
